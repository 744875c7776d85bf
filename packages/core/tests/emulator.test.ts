import { Clerk } from '@clientele/core/clerk'
import { createEmulator } from '@clientele/emulator'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'

const password = 'correct horse battery staple'

const open = async () => {
  const emulator = createEmulator()
  const agent = emulator.agent()
  const clientele = createClientele({ publishableKey: emulator.publishableKey, fetch: agent.fetch })
  await clientele.load()
  const { client } = clientele
  if (!client) throw new Error('not known')
  return { emulator, agent, clientele, client }
}

/** Another page of the same browser profile. */
const again = async ({ emulator, agent }: Awaited<ReturnType<typeof open>>) => {
  const clientele = createClientele({ publishableKey: emulator.publishableKey, fetch: agent.fetch })
  await clientele.load()
  return clientele
}

const signUp = async (
  clientele: Awaited<ReturnType<typeof open>>['clientele'],
  emailAddress: string,
) => {
  const created = await clientele.client?.signUp.create({ emailAddress, password })
  await created?.prepareEmailAddressVerification()
  return created?.attemptEmailAddressVerification({ code: '424242' })
}

describe('against the emulator', () => {
  it('the reference example runs with only its import changed', async () => {
    const emulator = createEmulator()
    const { fetch } = emulator.agent()
    const clerk = new Clerk(emulator.publishableKey, { fetch })
    await clerk.load()
    expect(await clerk.client).toMatchObject({ sessions: [], captchaBypass: false })
  })

  it('signs up by e-mail code, and has a token at once', async () => {
    const { clientele } = await open()
    const done = await signUp(clientele, 'ada+clerk_test@example.com')
    expect(done).toMatchObject({ status: 'complete', next: { kind: 'complete' } })
    const session = await clientele.setActive({ session: done?.createdSessionId ?? null })
    expect(session).toMatchObject({
      status: 'active',
      user: { primaryEmailAddress: { emailAddress: 'ada+clerk_test@example.com' } },
    })
    expect((await clientele.getToken())?.split('.')).toHaveLength(3)
  })

  it('signs in by password and by e-mail code, as several sessions of one client', async () => {
    const { emulator, clientele, client } = await open()
    emulator.users.create({ emailAddress: 'ada+clerk_test@example.com', password })
    emulator.users.create({ emailAddress: 'bob@example.com', password })
    const first = await client.signIn.create({ identifier: 'ada+clerk_test@example.com', password })
    await clientele.setActive({ session: first.createdSessionId })
    const started = await clientele.client?.signIn.create({ identifier: 'bob@example.com' })
    expect(started?.next.kind).toBe('first_factor')
    const factor = started?.supportedFirstFactors?.find(each => each.strategy === 'email_code')
    const prepared = await started?.prepareFirstFactor({
      strategy: 'email_code',
      ...(factor?.emailAddressId && { emailAddressId: factor.emailAddressId }),
    })
    expect(prepared?.next).toMatchObject({
      pending: { strategy: 'email_code', cooldownUntil: expect.any(Date) },
    })
    const code = emulator.inbox.latest({ to: 'bob@example.com' })?.code ?? ''
    const second = await prepared?.attemptFirstFactor({ strategy: 'email_code', code })
    expect(second?.status).toBe('complete')
    expect(clientele.client?.signedInSessions).toHaveLength(2)
    expect(clientele.session?.id).toBe(first.createdSessionId)
    await clientele.setActive({ session: second?.createdSessionId ?? null })
    expect(clientele.user?.primaryEmailAddress?.emailAddress).toBe('bob@example.com')
    await clientele.signOut({ sessionId: first.createdSessionId ?? '' })
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual([second?.createdSessionId])
  })

  it('survives a reload of the page, mid-attempt too', async () => {
    const page = await open()
    const created = await page.client.signUp.create({
      emailAddress: 'ada+clerk_test@example.com',
      password,
    })
    await created.prepareEmailAddressVerification()
    const next = await again(page)
    expect(next.client?.signUp).toMatchObject({
      id: created.id,
      next: { kind: 'verify', field: 'emailAddress', pending: { strategy: 'email_code' } },
    })
    await next.client?.signUp.attemptEmailAddressVerification({ code: '424242' })
    const last = await again(page)
    expect(last.client?.sessions).toHaveLength(1)
    expect(last.session).not.toBeNull()
  })

  it('resets, removes, destroys and begins anew', async () => {
    const page = await open()
    const { clientele } = page
    await signUp(clientele, 'ada+clerk_test@example.com')
    const id = clientele.client?.id
    expect((await clientele.client?.removeSessions())?.sessions).toEqual([])
    expect(clientele.client?.id).toBe(id)
    await clientele.client?.destroy()
    expect(clientele.client?.isNew()).toBe(true)
    const created = await clientele.client?.create()
    expect(created?.id).toBeDefined()
    expect(created?.id).not.toBe(id)
    expect((await again(page)).client?.id).toBe(created?.id)
  })

  it('an unchanged client is the same object, and tells nobody', async () => {
    const { clientele } = await open()
    const done = await signUp(clientele, 'ada+clerk_test@example.com')
    await clientele.setActive({ session: done?.createdSessionId ?? null })
    const before = clientele.client
    const told: unknown[] = []
    clientele.store.subscribe(() => told.push(1))
    await clientele.client?.reload()
    await clientele.client?.reload()
    expect(told).toEqual([])
    expect(clientele.client).toBe(before)
  })

  it('a session that was revoked elsewhere ends here with the next request', async () => {
    const { clientele, emulator } = await open()
    const done = await signUp(clientele, 'ada+clerk_test@example.com')
    await clientele.setActive({ session: done?.createdSessionId ?? null })
    emulator.sessions.revoke(done?.createdSessionId ?? '')
    await expect(clientele.getToken({ skipCache: true })).rejects.toMatchObject({
      status: expect.any(Number),
    })
    expect(clientele.session).toBeNull()
  })

  it.each([
    [
      'a wrong password',
      { identifier: 'ada@example.com', password: 'wrong wrong wrong' },
      'form_password_incorrect',
      'password',
    ],
    [
      'an unknown identifier',
      { identifier: 'nobody@example.com' },
      'form_identifier_not_found',
      'identifier',
    ],
  ])('%s is the API’s own error at its field', async (_, params, code, paramName) => {
    const { emulator, client } = await open()
    emulator.users.create({ emailAddress: 'ada@example.com', password })
    await expect(client.signIn.create(params)).rejects.toMatchObject({
      code,
      status: 422,
      errors: [{ meta: { paramName } }],
    })
  })

  it('native mode rotates its token through a whole journey', async () => {
    const emulator = createEmulator()
    const clientele = createClientele({
      publishableKey: emulator.publishableKey,
      fetch: (input, init) => emulator.fetch(input, init),
      mode: 'native',
    })
    await clientele.load()
    const done = await signUp(clientele, 'ada+clerk_test@example.com')
    await clientele.setActive({ session: done?.createdSessionId ?? null })
    await Promise.all([
      clientele.client?.reload(),
      clientele.getToken({ skipCache: true }),
      clientele.session?.touch(),
    ])
    expect(clientele.session?.id).toBe(done?.createdSessionId)
    expect(clientele.client?.sessions).toHaveLength(1)
  })

  it('development mode works with a browser id instead of a cookie', async () => {
    const emulator = createEmulator({ host: 'foo-bar-13.clerk.accounts.dev' })
    const clientele = createClientele({
      publishableKey: emulator.publishableKey,
      fetch: (input, init) => emulator.fetch(input, init),
    })
    await clientele.load()
    await signUp(clientele, 'ada+clerk_test@example.com')
    expect((await clientele.client?.reload())?.sessions).toHaveLength(1)
  })
})
