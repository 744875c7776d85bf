import { createSignedIn, jane, joe } from '../../support/browser.ts'
import type { Scenario } from '../recorder.ts'

interface DomainWire {
  readonly id: string
}

/** Domains of email addresses that belong to an organization. */
export const organizationDomainScenarios: readonly Scenario[] = [
  {
    name: 'a domain is added, verified and lets people in',
    run: async start => {
      const emulator = start()
      const { send } = await createSignedIn(emulator, [jane])
      const { body } = await send<DomainWire>('POST', '/v1/organizations', { name: 'Acme Ltd' })
      const domains = `/v1/organizations/${body.response.id}/domains`
      const create = (fields: Record<string, string>) => send<DomainWire>('POST', domains, fields)
      const { body: created } = await create({ name: 'Example.com' })
      for (const name of ['example.com', 'gmail.com', 'nothing']) await create({ name })
      const domain = `${domains}/${created.response.id}`
      const step = (name: string, fields = {}) => send('POST', `${domain}/${name}`, fields)
      const to = 'boss@example.com'
      await step('attempt_affiliation_verification', { code: '000000' })
      await step('prepare_affiliation_verification', { affiliation_email_address: 'a@other.test' })
      await step('prepare_affiliation_verification', { affiliation_email_address: to })
      await step('attempt_affiliation_verification', { code: '000000' })
      const code = emulator.inbox.latest({ to })?.code ?? ''
      await step('attempt_affiliation_verification', { code })
      await step('update_enrollment_mode', { enrollment_mode: 'nonsense' })
      await step('update_enrollment_mode', { enrollment_mode: 'enterprise_sso' })
      await step('update_enrollment_mode', { enrollment_mode: 'automatic_suggestion' })
      const other = await createSignedIn(emulator, [joe])
      await other.send('GET', '/v1/me/organization_suggestions')
      await step('update_enrollment_mode', {
        enrollment_mode: 'automatic_invitation',
        delete_pending: 'true',
      })
      await other.send('GET', '/v1/me/organization_invitations')
      await send('GET', domain)
      await send('GET', `${domains}?verified=true&enrollment_mode=automatic_invitation`)
      await send('GET', `${domains}?limit=0`)
      await send('DELETE', domain, { nonsense: '1' })
      await send('DELETE', domain)
      await send('GET', domain)
    },
  },
  {
    name: 'domains are proven to be one’s own',
    run: async start => {
      const emulator = start()
      const { send } = await createSignedIn(emulator, [jane])
      const { body } = await send<DomainWire>('POST', '/v1/organizations', { name: 'Acme Ltd' })
      const domains = `/v1/organizations/${body.response.id}/domains`
      const { body: bulk } = await send<{ data: DomainWire[] }>('POST', `${domains}/bulk`, {
        names: 'acme.test',
      })
      await send('POST', `${domains}/bulk`, { names: 'gmail.com' })
      await send('POST', `${domains}/bulk`)
      const organization_domain_ids = bulk.response.data[0]?.id ?? ''
      for (const verb of ['attempt', 'prepare', 'attempt', 'attempt']) {
        const path = `${domains}/${verb}_ownership_verification/bulk`
        await send('POST', path, { organization_domain_ids })
        await send('POST', path)
      }
      const { body: one } = await send<DomainWire>('POST', domains, { name: 'one.test' })
      for (const verb of ['attempt', 'prepare', 'attempt', 'attempt', 'prepare'])
        await send('POST', `${domains}/${one.response.id}/${verb}_ownership_verification`)
      await send('GET', domains)
    },
  },
]
