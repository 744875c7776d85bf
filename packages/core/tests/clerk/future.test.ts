import { Clerk, signInSource, signUpSource } from '@clientele/core/clerk'
import { describe, expect, it } from 'vitest'
import { json, publishableKey, scriptedFetch } from '../support/scripted-fetch.ts'
import { clientJson } from '../support/wire.ts'
import { ada, open, testCode } from './support.ts'

const grace = {
  emailAddress: 'grace+clerk_test@example.com',
  password: 'another horse, no battery',
}

/** The sign-in and the sign-up of the modern generation. */
const openFuture = () => {
  const opened = open()
  const { signIn } = signInSource(opened.clerk).get()
  const { signUp } = signUpSource(opened.clerk).get()
  return { ...opened, signIn, signUp }
}

it('an attempt is usable before the client is known: its methods wait for it', async () => {
  const { clerk, signIn } = openFuture()
  expect(signIn).toMatchObject({ status: 'needs_identifier', supportedFirstFactors: [] })
  const result = await signIn.password({ ...ada })
  expect(result).toEqual({ error: null })
  expect(signIn.status).toBe('complete')
  expect(await signIn.finalize()).toEqual({ error: null })
  expect(clerk.user?.firstName).toBe('Ada')
})

it('a failure is told and never thrown, at its field too, until the next try', async () => {
  const { clerk, signIn } = openFuture()
  const source = signInSource(clerk)
  const seen: string[] = []
  source.subscribe(() => seen.push(source.get().fetchStatus))
  const { error } = await signIn.password({ identifier: ada.emailAddress, password: 'wrong one' })
  expect(error).toMatchObject({ code: 'form_password_incorrect' })
  expect(source.get().errors).toMatchObject({
    fields: { identifier: null, password: { code: 'form_password_incorrect' }, code: null },
    raw: [{ code: 'form_password_incorrect' }],
    global: null,
  })
  expect(seen).toEqual(['fetching', 'idle'])
  await signIn.password({ ...ada })
  expect(source.get().errors).toMatchObject({ fields: { password: null }, raw: null })
})

describe.each(['signIn', 'signUp'] as const)('before the client is known, %s', kind => {
  const openWaiting = (options?: Parameters<typeof open>[0]) => {
    const { clerk } = open(options)
    const source = kind === 'signIn' ? signInSource(clerk) : signUpSource(clerk)
    const seen: string[] = []
    source.subscribe(() => seen.push(source.get().fetchStatus))
    const create = () =>
      kind === 'signIn'
        ? signInSource(clerk).get().signIn.create({ identifier: ada.emailAddress })
        : signUpSource(clerk).get().signUp.create({ emailAddress: grace.emailAddress })
    return { source, seen, create }
  }

  it('is fetching from the call on until its answer', async () => {
    const { source, seen, create } = openWaiting()
    const given = create()
    expect(source.get().fetchStatus).toBe('fetching')
    expect(await given).toEqual({ error: null })
    expect(seen).toEqual(['fetching', 'idle'])
  })

  it('keeps why the client did not come', async () => {
    const { source, create } = openWaiting({
      fetch: () => new Promise(() => {}),
      loadTimeout: 10,
    })
    const given = [create(), create()]
    expect(source.get()).toMatchObject({ fetchStatus: 'fetching', errors: { raw: null } })
    for (const { error } of await Promise.all(given))
      expect(error).toMatchObject({ code: 'timeout' })
    expect(source.get()).toMatchObject({
      fetchStatus: 'idle',
      errors: { global: [{ code: 'timeout' }] },
    })
  })
})

describe('what a provider said of an account', () => {
  const openAfter = async (proof: object) => {
    const client = clientJson({
      sign_in: { id: 'sia_1', status: 'needs_identifier', first_factor_verification: proof },
      sign_up: { id: 'sua_1', status: 'abandoned', verifications: { external_account: proof } },
    })
    const { fetch } = scriptedFetch(() => json({ response: client, client: null }))
    const clerk = new Clerk(publishableKey, { fetch, modules: [] })
    await clerk.load()
    return [signInSource(clerk).get().signIn, signUpSource(clerk).get().signUp]
  }
  const code = 'identifier_already_signed_in'
  const meta = { session_id: 'sess_1' }

  it.each([
    ['exists elsewhere', { status: 'transferable' }, true, undefined],
    ['is signed in here', { status: 'failed', error: { code, meta } }, false, 'sess_1'],
    ['was refused', { status: 'failed', error: { code: 'x', meta } }, false, undefined],
  ])('it %s', async (_, proof, isTransferable, sessionId) => {
    const attempts = await openAfter({ strategy: 'oauth_google', ...proof })
    for (const attempt of attempts) {
      expect(attempt).toMatchObject({ isTransferable, canBeDiscarded: false })
      expect(attempt?.existingSession).toEqual(sessionId && { sessionId })
    }
  })
})

it('an attempt is one object for the life of a Clerk, whoever asks for it', () => {
  const { clerk, signIn, signUp } = openFuture()
  expect(signInSource(clerk).get().signIn).toBe(signIn)
  expect(signUpSource(clerk).get().signUp).toBe(signUp)
})

describe('a sign-in', () => {
  it.each([
    ['an address', { emailAddress: ada.emailAddress }],
    ['nothing, for who said already who they are', undefined],
  ])('by a code that is sent to %s', async (_, params) => {
    const { signIn } = openFuture()
    if (!params) await signIn.create({ identifier: ada.emailAddress })
    expect(await signIn.emailCode.sendCode(params)).toEqual({ error: null })
    expect((await signIn.emailCode.verifyCode({ code: '000000' })).error).toMatchObject({
      code: 'form_code_incorrect',
    })
    expect(await signIn.emailCode.verifyCode({ code: testCode })).toEqual({ error: null })
    expect(signIn).toMatchObject({ status: 'complete', canBeDiscarded: true })
  })

  it('says which factor the attempt does not offer', async () => {
    const { signIn } = openFuture()
    await signIn.create({ identifier: ada.emailAddress })
    const { error } = await signIn.phoneCode.sendCode()
    expect(error).toMatchObject({ code: 'factor_not_found' })
    expect(error?.message).toContain('phone_code')
  })

  it('replaces a password', async () => {
    const { signIn, clerk } = openFuture()
    await signIn.create({ identifier: ada.emailAddress })
    await signIn.resetPasswordEmailCode.sendCode()
    await signIn.resetPasswordEmailCode.verifyCode({ code: testCode })
    expect(signIn.status).toBe('needs_new_password')
    await signIn.resetPasswordEmailCode.submitPassword({ password: grace.password })
    await signIn.finalize()
    expect(clerk.isSignedIn).toBe(true)
  })

  it('that is not complete cannot be finalized, and one that was reset is blank', async () => {
    const { signIn } = openFuture()
    await signIn.create({ identifier: ada.emailAddress })
    expect((await signIn.finalize()).error).toMatchObject({ code: 'attempt_missing' })
    expect(signIn.id).toEqual(expect.any(String))
    await signIn.reset()
    expect(signIn).toMatchObject({ id: undefined, status: 'needs_identifier' })
  })

  it('with a provider leaves for it, with whole addresses', async () => {
    const { signIn, visited } = openFuture()
    const { error } = await signIn.sso({
      strategy: 'oauth_google',
      redirectUrl: 'https://app.example.com/home',
      redirectCallbackUrl: 'https://app.example.com/sso-callback',
    })
    expect(error).toBe(null)
    expect(visited[0]).toContain('oauth')
  })
})

describe('a sign-up', () => {
  it('begins, proves its address and is finalized', async () => {
    const { clerk, signUp } = openFuture()
    expect(signUp).toMatchObject({
      id: undefined,
      status: 'missing_requirements',
      missingFields: [],
    })
    expect(await signUp.password({ ...grace, firstName: 'Grace' })).toEqual({ error: null })
    expect(signUp.unverifiedFields).toEqual(['email_address'])
    await signUp.verifications.sendEmailCode()
    expect(signUp.verifications.emailAddress.status).toBe('unverified')
    await signUp.verifications.verifyEmailCode({ code: testCode })
    expect(signUp.status).toBe('complete')
    await signUp.finalize()
    expect(clerk.user?.firstName).toBe('Grace')
  })

  it('tells a field that is refused', async () => {
    const { clerk, signUp } = openFuture()
    const source = signUpSource(clerk)
    await signUp.password({ emailAddress: ada.emailAddress, password: grace.password })
    expect(source.get().errors.fields.emailAddress).toMatchObject({
      code: 'form_identifier_exists',
    })
  })
})
