import { createBrowser, createSignedIn, jane, joe } from '../../support/browser.ts'
import { png } from '../../support/image.ts'
import type { Scenario } from '../recorder.ts'

type Start = Parameters<Scenario['run']>[0]

/** Jane has an organization, and Joe is signed in elsewhere. */
const begin = async (start: Start, settings = {}) => {
  const emulator = start({ settings })
  const { send, agent } = await createSignedIn(emulator, [jane])
  const other = await createSignedIn(emulator, [joe])
  const { body } = await send<{ id: string }>('POST', '/v1/organizations', { name: 'Acme Ltd' })
  const { id } = body.response
  const path = `/v1/organizations/${id}`
  const joeId = emulator.users.get(joe.emailAddress)?.id ?? ''
  return { emulator, send, agent, other, id, path, joeId }
}

const operations: readonly (readonly [method: string, path: string])[] = [
  ['GET', ''],
  ['PATCH', ''],
  ['DELETE', ''],
  ['PUT', '/logo'],
  ['DELETE', '/logo'],
  ['GET', '/roles'],
  ['GET', '/memberships'],
  ['POST', '/memberships'],
  ['PATCH', '/memberships/user_1'],
  ['DELETE', '/memberships/user_1'],
  ['GET', '/membership_requests'],
  ['POST', '/membership_requests/x/accept'],
  ['POST', '/membership_requests/x/reject'],
  ['GET', '/invitations'],
  ['GET', '/invitations/pending'],
  ['POST', '/invitations'],
  ['POST', '/invitations/bulk'],
  ['POST', '/invitations/x/revoke'],
  ['GET', '/domains'],
  ['POST', '/domains'],
  ['POST', '/domains/bulk'],
  ['POST', '/domains/prepare_ownership_verification/bulk'],
  ['POST', '/domains/attempt_ownership_verification/bulk'],
  ['GET', '/domains/x'],
  ['DELETE', '/domains/x'],
  ['POST', '/domains/x/update_enrollment_mode'],
  ['POST', '/domains/x/prepare_affiliation_verification'],
  ['POST', '/domains/x/attempt_affiliation_verification'],
  ['POST', '/domains/x/prepare_ownership_verification'],
  ['POST', '/domains/x/attempt_ownership_verification'],
]

/** Organizations and those who are in them, or want to be. */
export const organizationMemberScenarios: readonly Scenario[] = [
  {
    name: 'an organization is read, changed, shown and deleted',
    run: async start => {
      const { send, agent, other, path, emulator } = await begin(start)
      const logo = async (body: FormData) =>
        agent.fetch(`${path}/logo?_method=PUT`, { method: 'POST', body })
      await send('GET', path)
      await send('PATCH', path, { name: 'Acme', slug: 'acme' })
      await send('PATCH', path, { slug: 'No!' })
      const file = new FormData()
      file.append('file', new Blob([png]))
      await logo(file)
      const text = new FormData()
      text.append('file', new Blob(['text']), 'text.txt')
      await logo(text)
      await send('PUT', `${path}/logo`)
      await send('GET', '/v1/me/organization_memberships')
      await send('DELETE', `${path}/logo`)
      await send('DELETE', `${path}/logo`)
      await send('GET', `${path}/roles`)
      await send('GET', '/v1/me/organization_creation_defaults')
      await createBrowser(emulator).send('GET', '/v1/me/organization_creation_defaults')
      await send('DELETE', path, { nonsense: '1' })
      await other.send('DELETE', path)
      await send('DELETE', path)
    },
  },
  {
    name: 'members come, change and go',
    run: async start => {
      const { send, other, path, joeId, emulator, id } = await begin(start)
      const members = `${path}/memberships`
      await send('POST', members, { user_id: joeId, role: 'org:member' })
      await send('POST', members, { user_id: joeId, role: 'org:member' })
      await send('POST', members, { user_id: 'user_1', role: 'org:member' })
      await send('POST', members, { user_id: joeId })
      await send('GET', `${members}?paginated=true&query=joe&role=org%3Amember`)
      await send('GET', `${members}?limit=1`)
      await send('GET', `${members}?limit=0`)
      await send('PATCH', `${members}/${joeId}`, { role: 'org:nobody' })
      await send('PATCH', `${members}/${joeId}`, { role: 'org:admin' })
      await send('DELETE', `${members}/${joeId}`)
      await send('DELETE', `${members}/${joeId}`, { nonsense: '1' })
      const janeId = emulator.users.get(jane.emailAddress)?.id ?? ''
      await send('PATCH', `${members}/${janeId}`, { role: 'org:member' })
      await send('DELETE', `${members}/${janeId}`)
      await send('DELETE', `/v1/me/organization_memberships/${id}`)
      await send('POST', members, { user_id: joeId, role: 'org:member' })
      await other.send('DELETE', `/v1/me/organization_memberships/${id}`)
    },
  },
  {
    name: 'people are invited and come',
    run: async start => {
      const { send, other, path, emulator } = await begin(start)
      const invitations = `${path}/invitations`
      const role = 'org:member'
      const invite = (email_address: string, more = {}) =>
        send<{ id: string }>('POST', invitations, { email_address, role, ...more })
      const { body } = await invite('new@example.com')
      await invite('new@example.com')
      await invite('nobody')
      await send('POST', `${invitations}/bulk`, { email_address: joe.emailAddress, role })
      await send('POST', `${invitations}/bulk`, { email_address: joe.emailAddress, role })
      await send('POST', `${invitations}/bulk`, { role })
      await send('GET', `${invitations}?status=pending`)
      await send('GET', `${invitations}?status=nonsense`)
      await send('GET', `${invitations}/pending`)
      await send('POST', `${invitations}/${body.response.id}/revoke`)
      await send('POST', `${invitations}/${body.response.id}/revoke`)
      await send('POST', `${invitations}/x/revoke`)
      const link = emulator.inbox.latest({ to: joe.emailAddress })?.link ?? ''
      await other.visit(link)
      await other.visit(link)
    },
  },
  {
    name: 'people ask to join',
    run: async start => {
      const { send, other, path, emulator, id, joeId } = await begin(start)
      const requests = `${path}/membership_requests`
      for (const verb of ['reject', 'accept']) {
        if (verb === 'accept') emulator.organizations.suggest(id, joeId)
        const { id: suggestion } = emulator.organizations.suggest(id, joeId)
        await other.send('POST', `/v1/me/organization_suggestions/${suggestion}/accept`)
        const { body } = await send<{ data: { id: string }[] }>('GET', `${requests}?status=pending`)
        const request = body.response.data[0]?.id ?? ''
        await send('POST', `${requests}/${request}/${verb}`)
        await send('POST', `${requests}/${request}/${verb}`)
      }
      await send('GET', `${requests}?status=nonsense`)
    },
  },
  {
    name: 'somebody asks for an organization in vain',
    run: async start => {
      const { send, other, path, emulator, joeId } = await begin(start)
      const stranger = createBrowser(emulator)
      for (const [method, rest] of operations) {
        await stranger.send(method, `${path}${rest}`)
        await other.send(method, `${path}${rest}`)
      }
      const role = 'org:member'
      await send('POST', `${path}/memberships`, { user_id: joeId, role })
      for (const [method, rest] of operations)
        if (rest !== '' || method !== 'GET') await other.send(method, `${path}${rest}`)
    },
  },
]
