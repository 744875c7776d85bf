import { createClerkClient } from '@clerk/backend'
import { verifyWebhook } from '@clerk/backend/webhooks'
import { createEmulator } from '@clientele/emulator'
import { listen } from '@clientele/emulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The vendor's SDK for servers, unmodified, at a socket: what it sends is understood, and what it is
// answered it can read.

let listening: Awaited<ReturnType<typeof listen>>
let clerk: ReturnType<typeof createClerkClient>

beforeAll(async () => {
  listening = await listen()
  const { url: apiUrl, secretKey, publishableKey } = listening
  clerk = createClerkClient({ secretKey, publishableKey, apiUrl, telemetry: { disabled: true } })
})

afterAll(() => listening.close())

/** Code of the first error of a call that is refused. */
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    error => error.errors?.[0]?.code ?? String(error),
  )

const noPassword = { skipPasswordRequirement: true }

describe('users', () => {
  it('are created, found, counted, changed and deleted', async () => {
    const user = await clerk.users.createUser({
      emailAddress: ['ada@example.com'],
      password: 'analytical engine',
      firstName: 'Ada',
      externalId: 'crm-1',
      privateMetadata: { note: 'vip' },
    })
    expect(user.primaryEmailAddress?.emailAddress).toBe('ada@example.com')
    const { data, totalCount } = await clerk.users.getUserList({
      emailAddress: ['ada@example.com', 'nobody@example.com'],
      orderBy: '-created_at',
      limit: 5,
    })
    expect([data.map(each => each.id), totalCount]).toEqual([[user.id], 1])
    expect(await clerk.users.getCount({ query: 'nobody' })).toBe(0)
    const changed = await clerk.users.updateUser(user.id, { lastName: 'Lovelace' })
    expect(changed.fullName).toBe('Ada Lovelace')
    const merged = await clerk.users.updateUserMetadata(user.id, {
      publicMetadata: { camelCase: { stays_as: 'it is' } },
    })
    expect(merged.publicMetadata).toEqual({ camelCase: { stays_as: 'it is' } })
    expect(merged.privateMetadata).toEqual({ note: 'vip' })
    expect((await clerk.users.banUser(user.id)).banned).toBe(true)
    expect((await clerk.users.unbanUser(user.id)).banned).toBe(false)
    expect((await clerk.users.lockUser(user.id)).locked).toBe(true)
    expect((await clerk.users.unlockUser(user.id)).locked).toBe(false)
    const password = 'analytical engine'
    expect(await clerk.users.verifyPassword({ userId: user.id, password })).toMatchObject({
      verified: true,
    })
    const wrong = clerk.users.verifyPassword({ userId: user.id, password: 'wrong' })
    expect(await codeOf(wrong)).toBe('form_password_incorrect')
    expect((await clerk.users.getUserOauthAccessToken(user.id, 'google')).data).toEqual([])
    expect(await clerk.users.deleteUser(user.id)).toMatchObject({ deleted: true })
    expect(await codeOf(clerk.users.getUser(user.id))).toBe('resource_not_found')
  })

  it('have a picture', async () => {
    const { id } = await clerk.users.createUser({
      ...noPassword,
      emailAddress: ['pic@example.com'],
    })
    const picture = Uint8Array.from(
      atob(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      ),
      char => char.charCodeAt(0),
    )
    const file = new Blob([picture], { type: 'image/png' })
    const { hasImage, imageUrl } = await clerk.users.updateUserProfileImage(id, { file })
    expect([hasImage, (await fetch(imageUrl)).status]).toEqual([true, 200])
  })

  it('have more email addresses and phone numbers', async () => {
    const { id: userId } = await clerk.users.createUser({
      ...noPassword,
      emailAddress: ['more@example.com'],
    })
    const email = await clerk.emailAddresses.createEmailAddress({
      userId,
      emailAddress: 'other@example.com',
      verified: true,
    })
    await clerk.emailAddresses.updateEmailAddress(email.id, { primary: true })
    const phone = await clerk.phoneNumbers.createPhoneNumber({
      userId,
      phoneNumber: '+12015550123',
      verified: true,
    })
    const user = await clerk.users.getUser(userId)
    expect([user.primaryEmailAddressId, user.primaryPhoneNumberId]).toEqual([email.id, phone.id])
    await clerk.phoneNumbers.deletePhoneNumber(phone.id)
    expect((await clerk.users.getUser(userId)).phoneNumbers).toEqual([])
  })
})

describe('sessions and tokens', () => {
  it('are made, listed and revoked', async () => {
    const { id: userId } = await clerk.users.createUser({
      ...noPassword,
      emailAddress: ['session@example.com'],
    })
    const session = await clerk.sessions.createSession({ userId })
    await clerk.jwtTemplates.create({ name: 'supabase', claims: { who: '{{user.id}}' } })
    const { jwt } = await clerk.sessions.getToken(session.id)
    expect((await clerk.clients.verifyClient(jwt)).id).toBe(session.clientId)
    const { jwt: custom } = await clerk.sessions.getToken(session.id, 'supabase')
    expect(JSON.parse(atob(custom.split('.')[1] ?? ''))).toMatchObject({ who: userId })
    const { data } = await clerk.sessions.getSessionList({ userId, status: 'active' })
    expect(data.map(({ id }) => id)).toEqual([session.id])
    expect((await clerk.sessions.revokeSession(session.id)).status).toBe('revoked')
    expect((await clerk.clients.getClientList()).data.length).toBeGreaterThan(0)
  })

  it('are authenticated by the keys that the SDK fetches with the secret key', async () => {
    const { id: userId } = await clerk.users.createUser({
      ...noPassword,
      emailAddress: ['bearer@example.com'],
    })
    const { id } = await clerk.sessions.createSession({ userId })
    const { jwt } = await clerk.sessions.getToken(id)
    const headers = { Authorization: `Bearer ${jwt}` }
    const state = await clerk.authenticateRequest(new Request('http://app.test/', { headers }))
    expect(state.toAuth()).toMatchObject({ userId, sessionId: id })
  })

  it('are for others by sign-in tokens, and as others by actor tokens', async () => {
    const { id: userId } = await clerk.users.createUser({
      ...noPassword,
      emailAddress: ['token@example.com'],
    })
    const { fetch } = listening.emulator.agent()
    const signIn = async (ticket: string) => {
      const body = new URLSearchParams({ strategy: 'ticket', ticket })
      const answer = await fetch('/v1/client/sign_ins', { method: 'POST', body })
      return (await answer.json()).client.sessions.at(-1)
    }
    const { token, id } = await clerk.signInTokens.createSignInToken({
      userId,
      expiresInSeconds: 60,
    })
    const own = await signIn(token)
    expect([own.user.id, own.actor]).toEqual([userId, null])
    expect(await codeOf(clerk.signInTokens.revokeSignInToken(id))).toBe('invalid_action')
    await clerk.sessions.revokeSession(own.id)
    const actor = { sub: 'user_admin' }
    const made = await clerk.actorTokens.create({ userId, actor, expiresInSeconds: 600 })
    const other = await signIn(made.token ?? '')
    expect(other.actor).toEqual(actor)
    expect(JSON.parse(atob(other.last_active_token.jwt.split('.')[1])).act).toEqual(actor)
  })

  it('of tests', async () => {
    expect((await clerk.testingTokens.createTestingToken()).token).toMatch(/^\d+-\w+$/)
  })
})

describe('organizations', () => {
  it('have members and invitations', async () => {
    const ada = await clerk.users.createUser({ ...noPassword, emailAddress: ['org@example.com'] })
    const bob = await clerk.users.createUser({
      ...noPassword,
      emailAddress: ['member@example.com'],
    })
    const { id: organizationId } = await clerk.organizations.createOrganization({
      name: 'Acme Ltd',
      createdBy: ada.id,
    })
    await clerk.organizations.createOrganizationMembership({
      organizationId,
      userId: bob.id,
      role: 'org:member',
    })
    const { data } = await clerk.organizations.getOrganizationMembershipList({ organizationId })
    expect(data.map(each => [each.publicUserData?.userId, each.role]).sort()).toEqual(
      [
        [ada.id, 'org:admin'],
        [bob.id, 'org:member'],
      ].sort(),
    )
    const invitation = await clerk.organizations.createOrganizationInvitation({
      organizationId,
      emailAddress: 'carl@example.com',
      role: 'org:member',
      inviterUserId: ada.id,
    })
    const { totalCount } = await clerk.organizations.getOrganizationInvitationList({
      organizationId,
      status: ['pending'],
    })
    expect(totalCount).toBe(1)
    await clerk.organizations.revokeOrganizationInvitation({
      organizationId,
      invitationId: invitation.id,
      requestingUserId: ada.id,
    })
    expect((await clerk.organizations.getOrganization({ slug: 'acme-ltd' })).id).toBe(
      organizationId,
    )
    await clerk.organizations.updateOrganizationMembership({
      organizationId,
      userId: bob.id,
      role: 'org:admin',
    })
    await clerk.organizations.deleteOrganizationMembership({ organizationId, userId: bob.id })
    const { data: left } = await clerk.users.getOrganizationMembershipList({ userId: bob.id })
    expect(left).toEqual([])
    await clerk.organizations.deleteOrganization(organizationId)
  })
})

describe('the instance', () => {
  it('has invitations, lists and addresses', async () => {
    const invitation = await clerk.invitations.createInvitation({ emailAddress: 'new@example.com' })
    expect((await clerk.invitations.getInvitationList({ status: 'pending' })).totalCount).toBe(1)
    expect((await clerk.invitations.revokeInvitation(invitation.id)).status).toBe('revoked')
    const { id } = await clerk.allowlistIdentifiers.createAllowlistIdentifier({
      identifier: 'new@example.com',
      notify: false,
    })
    await clerk.allowlistIdentifiers.deleteAllowlistIdentifier(id)
    await clerk.blocklistIdentifiers.createBlocklistIdentifier({ identifier: '*@spam.test' })
    expect((await clerk.blocklistIdentifiers.getBlocklistIdentifierList()).data).toHaveLength(1)
    await clerk.redirectUrls.createRedirectUrl({ url: 'myapp://callback' })
    expect((await clerk.redirectUrls.getRedirectUrlList()).data).toHaveLength(1)
    expect((await clerk.domains.list()).totalCount).toBe(1)
    expect((await clerk.instance.get()).environmentType).toBe('development')
  })

  it.each(['sk_test_wrong', 'sk_live_wrong'])('refuses the key %s', async secretKey => {
    const other = createClerkClient({ secretKey, apiUrl: listening.url })
    expect(await codeOf(other.users.getUserList())).toBe('clerk_key_invalid')
  })
})

describe('webhooks', () => {
  it('are accepted by the receiver of the SDK, and no other message is', async () => {
    const signingSecret = `whsec_${btoa('a secret of my own')}`
    const sent: Request[] = []
    const url = 'http://127.0.0.1:3000/api/webhooks'
    const emulator = createEmulator({
      settings: { webhooks: [{ url, secret: signingSecret }] },
      fetch: async (receiver, init) => {
        sent.push(new Request(receiver, init))
        return new Response()
      },
    })
    emulator.users.create({ emailAddress: 'ada@example.com' })
    await emulator.webhooks.flush()
    const [request] = sent
    if (!request) throw new Error('nothing was sent')
    const changed = new Request(request.clone(), { body: '{}' })
    const event = await verifyWebhook(request.clone(), { signingSecret })
    expect(event.type).toBe('user.created')
    await expect(verifyWebhook(changed, { signingSecret })).rejects.toThrow()
    const other = `whsec_${btoa('another secret')}`
    await expect(verifyWebhook(request, { signingSecret: other })).rejects.toThrow()
  })
})
