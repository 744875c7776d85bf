import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe } from './support/browser.ts'

interface Wire {
  readonly id: string
  readonly status: string
  readonly total_count: number
  readonly data: Wire[]
  readonly name: string
  readonly total_pending_invitations: number
  readonly total_pending_suggestions: number
  readonly affiliation_verification: { readonly status: string } | null
}

const role = 'org:member'

const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings })
  const admin = await createSignedIn(emulator, [jane])
  const { body } = await admin.send<Wire>('POST', '/v1/organizations', { name: 'Acme' })
  const path = `/v1/organizations/${body.response.id}`
  const ask = (method: string, rest: string, fields = {}) =>
    admin.send<Wire>(method, `${path}${rest}`, fields)
  const invite = (email_address: string, more = {}) =>
    ask('POST', '/invitations', { email_address, role, ...more })
  const linkTo = (to: string) => emulator.inbox.latest({ to })?.link ?? ''
  const members = () => emulator.organizations.get(body.response.id)?.members.length
  return { emulator, admin, ask, invite, linkTo, members, id: body.response.id }
}

const ticketIn = (to: URL | null) => to?.searchParams.get('__clerk_ticket') ?? ''
const statusIn = (to: URL | null) => to?.searchParams.get('__clerk_status')

describe('the link of an invitation', () => {
  test('leads on to the page that invited, where a new person signs up by its ticket', async () => {
    const { emulator, ask, linkTo, members } = await begin()
    emulator.settings.patch({ allowedOrigins: null })
    const page = emulator.agent({ origin: 'https://app.test' })
    const identifier = jane.emailAddress
    const body = new URLSearchParams({ identifier, password: jane.password })
    await page.fetch('/v1/client/sign_ins', { method: 'POST', body })
    const id = emulator.organizations.list()[0]?.id ?? ''
    await page.fetch(`/v1/organizations/${id}/invitations`, {
      method: 'POST',
      body: new URLSearchParams({ email_address: 'new@example.com', role }),
    })
    const { visit, signUp } = createBrowser(emulator)
    const { to } = await visit(linkTo('new@example.com'))
    expect([to?.origin, statusIn(to)]).toEqual(['https://app.test', 'sign_up'])
    const fields = { strategy: 'ticket', ticket: ticketIn(to), password: 'correct horse' }
    expect((await signUp(fields)).body.response).toMatchObject({
      status: 'complete',
      email_address: 'new@example.com',
    })
    expect(members()).toBe(2)
    expect((await ask('GET', '/invitations')).body.response.data[0]?.status).toBe('accepted')
    expect((await signUp(fields)).fault).toBe('sign_in_token_already_used_code')
  })

  const offer = async () => {
    const all = await begin()
    all.emulator.users.create(joe)
    const { emailAddress } = joe
    all.emulator.organizations.invite(all.id, { emailAddress, redirectUrl: 'https://app.test/' })
    return { ...all, link: all.linkTo(emailAddress) }
  }

  test('signs somebody in who has an account', async () => {
    const { emulator, link, members } = await offer()
    const { visit, signIn } = createBrowser(emulator)
    const { to } = await visit(link)
    expect(statusIn(to)).toBe('sign_in')
    const { body } = await signIn({ strategy: 'ticket', ticket: ticketIn(to) })
    expect(body.response.status).toBe('complete')
    expect(members()).toBe(2)
  })

  test('needs nothing more of who is signed in already, and of nobody else', async () => {
    const { emulator, admin, link, members } = await offer()
    expect(statusIn((await admin.visit(link)).to)).toBe('sign_in')
    const { visit } = await createSignedIn(emulator, [joe])
    expect(statusIn((await visit(link)).to)).toBe('complete')
    expect(members()).toBe(2)
    expect((await visit(link)).status).toBe(400)
  })

  test('is of no use once the invitation is taken back or accepted', async () => {
    const { emulator, admin, ask, invite, linkTo } = await begin()
    emulator.users.create(joe)
    const { body } = await invite(joe.emailAddress)
    const link = linkTo(joe.emailAddress)
    const ticket = new URL(link).searchParams.get('ticket') ?? ''
    await ask('POST', `/invitations/${body.response.id}/revoke`)
    const refused = await createBrowser(emulator).signIn({ strategy: 'ticket', ticket })
    expect(refused.fault).toBe('sign_in_token_revoked_code')
    const second = await invite(joe.emailAddress)
    const other = await createSignedIn(emulator, [joe])
    const { id } = second.body.response
    await other.send('POST', `/v1/me/organization_invitations/${id}/accept`)
    expect((await admin.visit(linkTo(joe.emailAddress))).status).toBe(400)
  })
})

describe('invitations', () => {
  test('are for nobody twice, and for no member', async () => {
    const { invite } = await begin()
    await invite('New@example.com')
    const twice = await invite('new@example.com')
    expect([twice.status, twice.fault]).toEqual([400, 'duplicate_record'])
    expect(twice.body.errors[0]?.meta).toEqual({ email_addresses: ['new@example.com'] })
    const member = await invite(jane.emailAddress)
    expect(member.fault).toBe('already_a_member_in_organization')
  })

  test('to several are all sent or none', async () => {
    const { admin, emulator, id } = await begin()
    const bulk = async (...emails: string[]) => {
      const body = new URLSearchParams(emails.map(email => ['email_address', email]))
      body.set('role', role)
      const path = `/v1/organizations/${id}/invitations/bulk`
      return (await admin.agent.fetch(path, { method: 'POST', body })).status
    }
    expect(await bulk('a@example.com', 'b@example.com')).toBe(200)
    expect(await bulk('c@example.com', 'a@example.com')).toBe(400)
    const sent = emulator.inbox.messages({ kind: 'organization_invitation' })
    expect(sent.map(({ to }) => to)).toEqual(['a@example.com', 'b@example.com'])
  })

  test('send no message where none is wanted, nor to a test identity', async () => {
    const { invite, emulator } = await begin()
    await invite('quiet@example.com', { notify: 'false' })
    await invite('jane+clerk_test@example.com')
    expect(emulator.inbox.messages()).toEqual([])
  })
})

describe('a verified domain', () => {
  const verified = async (enrollment_mode: string) => {
    const all = await begin()
    const created = await all.ask('POST', '/domains', { name: 'example.com' })
    const domain = `/domains/${created.body.response.id}`
    const to = 'boss@example.com'
    const fields = { affiliation_email_address: to }
    await all.ask('POST', `${domain}/prepare_affiliation_verification`, fields)
    const verify = async () => {
      const code = all.emulator.inbox.latest({ to })?.code ?? ''
      return all.ask('POST', `${domain}/attempt_affiliation_verification`, { code })
    }
    await all.ask('POST', `${domain}/update_enrollment_mode`, { enrollment_mode })
    return { ...all, domain, verify }
  }

  const offersTo = async (emulator: Parameters<typeof createSignedIn>[0], what: string) => {
    const { send } = await createSignedIn(emulator, [joe])
    return (await send<Wire>('GET', `/v1/me/organization_${what}`)).body.response.total_count
  }

  test.each([
    ['automatic_invitation', 'invitations'],
    ['automatic_suggestion', 'suggestions'],
  ])('offers by %s to who has an address there, before and after', async (mode, what) => {
    const { emulator, verify, ask, domain } = await verified(mode)
    emulator.users.create({ emailAddress: 'early@example.com' })
    emulator.users.create({ emailAddress: 'else@elsewhere.test' })
    expect(await offersTo(emulator, what)).toBe(0)
    expect((await verify()).body.response).toMatchObject({
      affiliation_verification: { status: 'verified' },
      [`total_pending_${what}`]: 2,
    })
    expect(await offersTo(emulator, what)).toBe(1)
    expect(await offersTo(emulator, what)).toBe(1)
    const fields = { enrollment_mode: 'manual_invitation', delete_pending: 'true' }
    const { body } = await ask('POST', `${domain}/update_enrollment_mode`, fields)
    expect(body.response).toMatchObject({ [`total_pending_${what}`]: 0 })
  })

  test('wants a code in time, and an address of the domain', async () => {
    const { emulator, verify, ask, domain } = await verified('manual_invitation')
    const other = { affiliation_email_address: 'boss@elsewhere.test' }
    const wrong = await ask('POST', `${domain}/prepare_affiliation_verification`, other)
    expect(wrong.fault).toBe('form_param_format_invalid@affiliation_email_address')
    emulator.clock.advance(11 * 60_000)
    expect((await verify()).fault).toBe('verification_expired')
  })

  test('belongs to one organization, once it is proven', async () => {
    const { admin, verify } = await verified('manual_invitation')
    const { body } = await admin.send<Wire>('POST', '/v1/organizations', { name: 'Other' })
    const claim = (name: string) =>
      admin.send('POST', `/v1/organizations/${body.response.id}/domains`, { name })
    await verify()
    expect((await claim('example.com')).fault).toBe('organization_domain_already_exists@name')
    expect((await claim('gmail.com')).fault).toBe('organization_domain_common@name')
  })

  test('is not there where organizations have none', async () => {
    const { ask } = await begin({ organizationDomains: false })
    expect((await ask('GET', '/domains')).fault).toBe('organization_domains_not_enabled')
  })
})

test('who has asked to join is let in, or turned down', async () => {
  const { emulator, ask, id, members } = await begin()
  const other = await createSignedIn(emulator, [joe])
  const userId = emulator.users.get(joe.emailAddress)?.id ?? ''
  for (const [verb, count] of [
    ['reject', 1],
    ['accept', 2],
  ] as const) {
    const suggestion = emulator.organizations.suggest(id, userId)
    await other.send('POST', `/v1/me/organization_suggestions/${suggestion.id}/accept`)
    const { body } = await ask('GET', '/membership_requests?status=pending')
    expect(body.response.total_count).toBe(1)
    const request = body.response.data[0]?.id ?? ''
    expect((await ask('POST', `/membership_requests/${request}/${verb}`)).status).toBe(200)
    expect((await ask('POST', `/membership_requests/${request}/${verb}`)).status).toBe(422)
    expect(members()).toBe(count)
  }
})
