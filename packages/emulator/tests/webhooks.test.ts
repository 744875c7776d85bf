import { createEmulator, type SettingsPatch } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createBackend } from './support/backend.ts'
import { createBrowser, createSignedIn, jane } from './support/browser.ts'
import { createRemote } from './support/control.ts'
import { createWithReceiver, receiver, signatureOf } from './support/webhooks.ts'

const minute = 60_000

describe('events', () => {
  test('of users, sessions, organizations and messages, in their order', async () => {
    const { emulator, types } = createWithReceiver()
    const { post, patch, delete: remove } = createBackend(emulator)
    const steps: string[][] = []
    const step = async (task: Promise<unknown>) => {
      const before = types().length
      const result = await task
      await emulator.webhooks.flush()
      steps.push(types().slice(before))
      return result
    }
    await step(post('/users', { email_address: [jane.emailAddress], password: jane.password }))
    const signingIn = createSignedIn(emulator)
    await step(signingIn)
    const { id, send, signIn, signInStep } = await signingIn
    await step(send('POST', '/v1/organizations', { name: 'Acme' }))
    const userId = emulator.users.get(jane.emailAddress)?.id ?? ''
    await step(patch(`/users/${userId}`, { first_name: 'Grace' }))
    await step(patch(`/users/${userId}`, {}))
    await step(post(`/sessions/${id}/revoke`))
    const { body } = await signIn({ identifier: jane.emailAddress })
    const fields = { strategy: 'email_code' }
    await step(signInStep(body.response.id, 'prepare_first_factor', fields))
    await step(remove(`/users/${userId}`))
    expect(steps).toEqual([
      ['user.created'],
      ['user.updated', 'session.created'],
      ['organization.created', 'organizationMembership.created'],
      ['user.updated'],
      [],
      ['session.revoked'],
      ['email.created'],
      ['user.deleted', 'organizationMembership.deleted'],
    ])
  })

  test('of invitations to organizations, and of the waitlist', async () => {
    const { emulator, types } = createWithReceiver()
    const organization = emulator.organizations.create({ name: 'Acme' })
    const { post } = createBackend(emulator)
    const invite = async () =>
      await post(`/organizations/${organization.id}/invitations`, {
        email_address: jane.emailAddress,
        role: 'org:member',
      })
    const { body } = await invite()
    await post(`/organizations/${organization.id}/invitations/${body.id}/revoke`)
    const { body: other } = await invite()
    const { send } = await createSignedIn(emulator)
    await send('POST', `/v1/me/organization_invitations/${other.id}/accept`)
    const { body: entry } = await post('/waitlist_entries', { email_address: 'new@example.com' })
    emulator.clock.advance(1)
    await post(`/waitlist_entries/${entry.id}/reject`)
    await emulator.webhooks.flush()
    expect(types().filter(type => /Invitation|waitlist/.test(type))).toEqual([
      'organizationInvitation.created',
      'organizationInvitation.revoked',
      'organizationInvitation.created',
      'organizationInvitation.accepted',
      'waitlistEntry.created',
      'waitlistEntry.updated',
    ])
  })

  test('of what methods of the emulator change come with the flush, or the next request', async () => {
    const { emulator, types } = createWithReceiver()
    emulator.users.create(jane)
    await emulator.webhooks.flush()
    emulator.users.create({ username: 'other' })
    await emulator.fetch('/v1/health')
    await emulator.webhooks.flush()
    expect(types()).toEqual(['user.created', 'user.created'])
  })

  test('go to who wants them', async () => {
    const other = 'http://localhost:9998/'
    const { emulator, received } = createWithReceiver({
      settings: {
        webhooks: [{ url: receiver }, { url: other, events: ['session.created'] }],
      },
    })
    await createSignedIn(emulator)
    await emulator.webhooks.flush()
    const ofOther = received.filter(({ url }) => url === other)
    expect(ofOther.map(({ event }) => event.type)).toEqual(['session.created'])
    expect(received.length).toBeGreaterThan(2)
  })

  test('begin when there is a receiver: what was there before is not told', async () => {
    const { emulator, types } = createWithReceiver({ settings: {} })
    emulator.users.create(jane)
    emulator.settings.patch({ webhooks: [{ url: receiver }] })
    emulator.users.create({ username: 'other' })
    await emulator.webhooks.flush()
    expect(types()).toEqual(['user.created'])
  })

  test.each(['import', 'reset'] as const)('an %s is none', async way => {
    const { emulator, types } = createWithReceiver()
    emulator.users.create(jane)
    await emulator.webhooks.flush()
    const empty = createWithReceiver().emulator.export()
    if (way === 'import') emulator.import(empty)
    else emulator.reset()
    await emulator.webhooks.flush()
    expect(types()).toEqual(['user.created'])
    expect(emulator.webhooks.list()).toEqual([])
  })
})

test('what is sent is signed, by the secret of the receiver', async () => {
  const secret = `whsec_${btoa('a secret of my own')}`
  const { emulator, received } = createWithReceiver({
    settings: { webhooks: [{ url: receiver, secret }] },
  })
  emulator.users.create(jane)
  await emulator.webhooks.flush()
  const [message] = received
  if (!message) throw new Error('nothing was sent')
  expect(message.headers.get('svix-signature')).toBe(signatureOf(secret, message))
  expect(message.headers.get('svix-id')).toBe(emulator.webhooks.list()[0]?.id)
  expect(Number(message.headers.get('svix-timestamp'))).toBeCloseTo(Date.now() / 1000, -2)
})

describe('a receiver that fails', () => {
  test('is tried again by the clock of the emulator, until it takes the message', async () => {
    const { emulator, received, state } = createWithReceiver()
    state.status = 500
    emulator.users.create(jane)
    await emulator.webhooks.flush()
    emulator.clock.advance(4999)
    expect(received).toHaveLength(1)
    state.isDown = true
    emulator.clock.advance(1)
    await expect.poll(() => received.length).toBe(2)
    state.isDown = false
    state.status = 204
    await expect.poll(() => emulator.webhooks.list()[0]?.deliveries[0]?.attempts.length).toBe(2)
    emulator.clock.advance(5 * minute)
    await expect.poll(() => emulator.webhooks.list()[0]?.deliveries[0]?.status).toBe('delivered')
    expect(emulator.webhooks.list()[0]?.deliveries[0]?.attempts).toMatchObject([
      { status: 500, error: null },
      { status: null, error: 'fetch failed' },
      { status: 204, error: null },
    ])
    expect(new Set(received.map(({ headers }) => headers.get('svix-id'))).size).toBe(1)
  })

  test('is given up after eight tries', async () => {
    const { emulator, received, state } = createWithReceiver()
    state.status = 302
    emulator.users.create(jane)
    await emulator.webhooks.flush()
    const delivery = () => emulator.webhooks.list()[0]?.deliveries[0]
    for (let tries = 2; tries <= 8; tries += 1) {
      emulator.clock.advance(10 * 60 * minute)
      await expect.poll(() => delivery()?.attempts.length).toBe(tries)
    }
    await expect.poll(() => delivery()?.status).toBe('failed')
    expect(received).toHaveLength(8)
  })

  test('gets a message once more when it is replayed, in-process and over HTTP', async () => {
    const { emulator, received } = createWithReceiver()
    emulator.users.create(jane)
    await emulator.webhooks.flush()
    const id = emulator.webhooks.list()[0]?.id ?? ''
    emulator.webhooks.replay(id)
    const remote = createRemote(emulator)
    expect((await remote('POST', `/webhooks/${id}/replay`)).status).toBe(200)
    await emulator.webhooks.flush()
    expect(received.map(({ body }) => body)).toEqual(Array(3).fill(received[0]?.body))
    expect((await remote('GET', '/webhooks')).body).toMatchObject([{ id, type: 'user.created' }])
    expect((await remote('POST', '/webhooks/msg_1/replay')).status).toBe(404)
    expect(() => emulator.webhooks.replay('msg_1')).toThrow('There is no webhook message msg_1')
  })
})

test.each([
  ['https://example.com/hook', 'must be at this machine'],
  ['http://localhost.example.com/', 'must be at this machine'],
  ['http://127.0.0.1.example.com/', 'must be at this machine'],
  ['http://10.0.0.1/', 'must be at this machine'],
  ['file:///etc/passwd', 'an http or https URL'],
  ['nonsense', 'an http or https URL'],
])('%s is no receiver', (url, fault) => {
  expect(() => createEmulator({ settings: { webhooks: [{ url }] } })).toThrow(fault)
})

test.each(['http://[::1]:3000/', 'http://app.localhost:3000/', 'http://127.9.0.1/'])(
  '%s is one at this machine',
  url => {
    expect(createEmulator({ settings: { webhooks: [{ url }] } }).settings.read().webhooks).toEqual([
      { url },
    ])
  },
)

test('another machine has to be allowed, and a secret has a form', () => {
  const make = (webhook: { url: string; remote?: boolean; secret?: string }) =>
    createEmulator({ settings: { webhooks: [webhook] } })
  expect(make({ url: 'https://example.com/', remote: true })).toBeDefined()
  expect(() => make({ url: receiver, secret: 'nonsense' })).toThrow('whsec_ and base64')
  const misspelt = { webhooks: [{ url: receiver, events: ['user.creatd'] }] }
  // as: what a seed in YAML may say
  expect(() => createEmulator({ settings: misspelt as SettingsPatch })).toThrow('events.0')
})

test('a browser that signs up is told of once', async () => {
  const { emulator, types } = createWithReceiver()
  const { signUp, signUpStep } = createBrowser(emulator)
  const { body } = await signUp({ email_address: 'new@example.com', password: 'correct horse' })
  const { id } = body.response
  await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
  const code = emulator.inbox.latest()?.code ?? ''
  await signUpStep(id, 'attempt_verification', { strategy: 'email_code', code })
  await emulator.webhooks.flush()
  expect(types()).toEqual(['email.created', 'user.created', 'session.created'])
})
