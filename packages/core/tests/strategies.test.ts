import type { ClienteleOptions } from '@clientele/core'
import { emailLink } from '@clientele/core/email-link'
import { redirectCallback } from '@clientele/core/redirect-callback'
import { createEmulator, type Settings, type UserInput } from '@clientele/emulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createLeakWatch } from './support/leak-watch.ts'
import { createManualClock } from './support/manual-clock.ts'

// Every strategy from end to end, against the state machines of the emulator.

const identifier = 'ada+clerk_test@example.com'
const password = 'correct horse battery staple'
const phoneNumber = '+12025550123'
const code = '424242'
const redirectUrl = 'https://app.emulator.test/callback'
const redirectUrlComplete = 'https://app.emulator.test/'
const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

// Whatever the strategy: nothing secret stays anywhere.
let leaks = createLeakWatch()
beforeEach(() => {
  leaks = createLeakWatch()
})
afterEach(() => expect(leaks.leaks()).toEqual([]))

const open = async (
  user: UserInput = {},
  settings: Partial<Settings> = {},
  options: Partial<ClienteleOptions> = {},
) => {
  const clock = createManualClock(Date.UTC(2026, 0, 1))
  const emulator = createEmulator({ clock, settings })
  const { id: userId } = emulator.users.create({ emailAddress: identifier, password, ...user })
  const { fetch } = emulator.agent()
  const away: string[] = []
  const navigate = (url: string) => void away.push(url)
  const { publishableKey } = emulator
  const clientele = createClientele(
    leaks.options({ publishableKey, fetch, clock, navigate, ...options }),
  )
  leaks.watch(clientele)
  await clientele.load()
  const attempts = () => {
    if (!clientele.client) throw new Error('not known')
    return clientele.client
  }
  const follow = async (url: string) =>
    (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? ''
  const requests = () => emulator.requests.map(({ method, path }) => `${method} ${path}`)
  return { emulator, userId, clock, clientele, attempts, away, follow, requests }
}

describe('sign-in', () => {
  it('is over once its session was used, whichever is used next', async () => {
    const { emulator, clientele, attempts } = await open()
    const other = 'grace+clerk_test@example.com'
    emulator.users.create({ emailAddress: other, password })
    const enter = async (identifier: string) => {
      const { next } = await attempts().signIn.create({ identifier, password })
      if (next.kind !== 'complete') throw new Error(next.kind)
      expect(attempts().signIn.next.kind).toBe('complete')
      await clientele.setActive({ session: next.sessionId })
      expect(attempts().signIn.next.kind).toBe('start')
      return next.sessionId
    }
    const first = await enter(identifier)
    const second = await enter(other)
    for (const session of [first, second, null]) {
      await clientele.setActive({ session })
      expect(attempts().signIn.next.kind).toBe('start')
      await attempts().reload()
      expect(attempts().signIn.next.kind).toBe('start')
    }
  })

  it('by phone code', async () => {
    const { attempts } = await open({ phoneNumber })
    const { next } = await attempts().signIn.create({ identifier: phoneNumber })
    if (next.kind !== 'first_factor') throw new Error(next.kind)
    const factor = next.factors.find(each => each.strategy === 'phone_code')
    if (!factor) throw new Error('no phone')
    await attempts().signIn.prepareFirstFactor(factor)
    const done = await attempts().signIn.attemptFirstFactor({ strategy: 'phone_code', code })
    expect(done.next).toEqual({ kind: 'complete', sessionId: attempts().lastActiveSessionId })
  })

  it('after a forgotten password', async () => {
    const { attempts } = await open()
    const strategy = 'reset_password_email_code'
    await attempts().signIn.create({ identifier, strategy })
    const half = await attempts().signIn.attemptFirstFactor({ strategy, code })
    expect(half.next).toEqual({ kind: 'new_password', fields: ['password'] })
    await expect(attempts().signIn.resetPassword({ password: 'short' })).rejects.toMatchObject({
      code: 'form_password_length_too_short',
    })
    expect(attempts().signIn.status).toBe('needs_new_password')
    expect((await attempts().signIn.resetPassword({ password: 'a better horse' })).status).toBe(
      'complete',
    )
  })

  it('with an authenticator app', async () => {
    const { attempts, emulator, userId } = await open({ totpSecret })
    const { next } = await attempts().signIn.create({ identifier, password })
    expect(next).toEqual({ kind: 'second_factor', factors: [{ strategy: 'totp' }], pending: null })
    const wrong = attempts().signIn.attemptSecondFactor({ strategy: 'totp', code: '000000' })
    await expect(wrong).rejects.toMatchObject({ code: 'form_code_incorrect' })
    const right = { strategy: 'totp' as const, code: emulator.users.totpCode(userId) }
    expect((await attempts().signIn.attemptSecondFactor(right)).status).toBe('complete')
  })

  it('on a client that has to earn trust', async () => {
    const { attempts } = await open({}, { clientTrust: true })
    const { next } = await attempts().signIn.create({ identifier, password })
    expect(next.kind).toBe('client_trust')
    await attempts().signIn.prepareSecondFactor({ strategy: 'email_code' })
    expect(attempts().signIn.next).toMatchObject({ pending: { strategy: 'email_code' } })
    expect(
      (await attempts().signIn.attemptSecondFactor({ strategy: 'email_code', code })).status,
    ).toBe('complete')
  })

  it('by ticket', async () => {
    const { attempts, emulator, userId } = await open()
    const { ticket } = emulator.tickets.create({ userId })
    expect((await attempts().signIn.create({ strategy: 'ticket', ticket })).status).toBe('complete')
  })

  it('by a link that is opened elsewhere: the waiting ends by itself', async () => {
    const { attempts, clientele, clock, emulator } = await open()
    await attempts().signIn.create({ identifier })
    const waiting = clientele.use(emailLink()).sendAndWait({ kind: 'signIn', redirectUrl })
    const { link } = await emulator.inbox.waitFor({ kind: 'email_link' })
    await emulator.agent({ origin: null }).fetch(link ?? '', { redirect: 'manual' })
    await clock.whenWaiting(1000)
    await clock.advance(1000)
    expect(await waiting).toBe('verified')
    expect(attempts().signIn.next.kind).toBe('complete')
    expect(attempts().sessions).toHaveLength(1)
  })

  it('by a link opened here: the page it leads to finishes', async () => {
    const { attempts, clientele, emulator, follow } = await open()
    await attempts().signIn.create({ identifier })
    await attempts().signIn.prepareFirstFactor({ strategy: 'email_link', redirectUrl })
    const { searchParams } = new URL(await follow(emulator.inbox.latest()?.link ?? ''))
    const landing = await clientele.use(emailLink()).handleVerification(searchParams)
    expect(landing).toEqual({ kind: 'complete', sessionId: clientele.session?.id })
  })

  it('a code that failed may be sent again at once', async () => {
    const { attempts, emulator } = await open({}, { verificationAttempts: 1 })
    await attempts().signIn.create({ identifier, strategy: 'email_code' })
    const attempt = () =>
      attempts().signIn.attemptFirstFactor({ strategy: 'email_code', code: '000000' })
    await expect(attempt()).rejects.toMatchObject({ code: 'form_code_incorrect' })
    await expect(attempt()).rejects.toMatchObject({ code: 'verification_failed' })
    expect(attempts().signIn.next).toMatchObject({ kind: 'first_factor', pending: null })
    await attempts().signIn.prepareFirstFactor({ strategy: 'email_code' })
    expect(
      (await attempts().signIn.attemptFirstFactor({ strategy: 'email_code', code })).status,
    ).toBe('complete')
    expect(
      emulator.requests.filter(({ path }) => path.endsWith('prepare_first_factor')),
    ).toHaveLength(1)
  })

  it('a user that is locked is told for how long', async () => {
    const { attempts } = await open({}, { lockoutAttempts: 1 })
    const locked = attempts().signIn.create({ identifier, password: 'wrong' })
    await expect(locked).rejects.toMatchObject({ code: 'user_locked', status: 403 })
  })
})

describe('sign-up', () => {
  it('with nothing in it says what an instance asks for', async () => {
    const { attempts } = await open(
      {},
      { emailAddress: 'off', phoneNumber: 'required', password: 'off' },
    )
    const { next } = await attempts().signUp.create({})
    expect(next).toMatchObject({ kind: 'fields', fields: ['phoneNumber'] })
  })

  it('by phone code, then the field that was missing', async () => {
    const { attempts } = await open(
      {},
      { emailAddress: 'on', phoneNumber: 'required', username: 'required', password: 'on' },
    )
    const { next } = await attempts().signUp.create({ phoneNumber: '+12025550177' })
    expect(next).toMatchObject({ kind: 'fields', fields: ['username'] })
    await attempts().signUp.update({ username: 'grace_hopper' })
    expect(attempts().signUp.next).toMatchObject({
      kind: 'verify',
      field: 'phoneNumber',
      strategies: ['phone_code'],
    })
    await attempts().signUp.preparePhoneNumberVerification()
    expect((await attempts().signUp.attemptPhoneNumberVerification({ code })).status).toBe(
      'complete',
    )
  })

  it('by invitation, and by a link', async () => {
    const { attempts, clientele, emulator, follow } = await open({}, { password: 'on' })
    const { ticket } = emulator.tickets.create({ emailAddress: 'guest@example.com' })
    expect((await attempts().signUp.create({ strategy: 'ticket', ticket })).status).toBe('complete')
    attempts().resetSignUp()
    await attempts().signUp.create({ emailAddress: 'new@example.com' })
    await attempts().signUp.prepareVerification({ strategy: 'email_link', redirectUrl })
    const { searchParams } = new URL(await follow(emulator.inbox.latest()?.link ?? ''))
    expect((await clientele.use(emailLink()).handleVerification(searchParams)).kind).toBe(
      'complete',
    )
    expect(attempts().signedInSessions).toHaveLength(2)
  })

  it.each(['sign-up', 'challenge'] as const)(
    'with a CAPTCHA the server asks for: %s',
    async captcha => {
      const { attempts, requests } = await open({}, { captcha }, { captcha: async () => 'solved' })
      expect((await attempts().signUp.create({ emailAddress: 'new@example.com' })).status).toBe(
        'missing_requirements',
      )
      expect(requests().filter(line => line.endsWith('/sign_ups'))).toHaveLength(2)
    },
  )
})

describe('a provider', () => {
  const params = { strategy: 'oauth_google' as const, redirectUrl, redirectUrlComplete }
  const linked = { externalAccounts: [{ provider: 'google' }] }

  /** There and back again: what the page at the end makes of it. */
  const visit = async (
    { clientele, emulator, away, follow }: Awaited<ReturnType<typeof open>>,
    answer: (url: string, emulator: ReturnType<typeof createEmulator>) => string,
  ) => {
    const to = await follow(answer(away.at(-1) ?? '', emulator))
    return { to, outcome: await clientele.use(redirectCallback()).handle() }
  }
  const as = (emailAddress: string) => (url: string, emulator: ReturnType<typeof createEmulator>) =>
    emulator.oauth.approve(url, { emailAddress })

  it('that knows one signs in', async () => {
    const stage = await open(linked)
    await stage.attempts().signIn.authenticateWithRedirect(params)
    const { to, outcome } = await visit(stage, as(identifier))
    expect(to).toBe(redirectUrlComplete)
    expect(stage.attempts().lastAuthenticationStrategy).toBe('oauth_google')
    expect(outcome).toEqual({ kind: 'complete', sessionId: stage.clientele.session?.id })
  })

  it('asks for a second factor all the same', async () => {
    const stage = await open({ ...linked, totpSecret })
    await stage.attempts().signIn.authenticateWithRedirect(params)
    expect(await visit(stage, as(identifier))).toEqual({
      to: redirectUrl,
      outcome: { kind: 'second_factor' },
    })
  })

  it('that brings someone new: the sign-in becomes a sign-up', async () => {
    const stage = await open()
    await stage.attempts().signIn.authenticateWithRedirect(params)
    const { to, outcome } = await visit(stage, as('new@example.com'))
    expect([to, outcome]).toEqual([
      redirectUrl,
      { kind: 'complete', sessionId: stage.clientele.session?.id },
    ])
    expect(stage.clientele.user?.primaryEmailAddress?.emailAddress).toBe('new@example.com')
  })

  it('that brings someone new, of whom more has to be known', async () => {
    const stage = await open({}, { username: 'required' })
    await stage.attempts().signIn.authenticateWithRedirect(params)
    expect((await visit(stage, as('new@example.com'))).outcome).toEqual({
      kind: 'continue_sign_up',
    })
    expect(stage.attempts().signUp.next).toMatchObject({ kind: 'fields', fields: ['username'] })
    expect((await stage.attempts().signUp.update({ username: 'new_one' })).status).toBe('complete')
  })

  it('signing up with an account that has an owner signs him in', async () => {
    const stage = await open(linked)
    await stage.attempts().signUp.authenticateWithRedirect(params)
    const { outcome } = await visit(stage, as(identifier))
    expect(outcome).toEqual({ kind: 'complete', sessionId: stage.clientele.session?.id })
  })

  it('of someone who is signed in already leads to that session', async () => {
    const stage = await open(linked)
    const { createdSessionId } = await stage.attempts().signIn.create({ identifier, password })
    await stage.attempts().signIn.authenticateWithRedirect(params)
    expect((await visit(stage, as(identifier))).outcome).toEqual({
      kind: 'complete',
      sessionId: createdSessionId,
    })
  })

  it.each([
    ['deny', 'oauth_access_denied'],
    ['fail', 'external_account_error'],
  ] as const)('that was told to %s', async (answer, error) => {
    const stage = await open()
    await stage.attempts().signIn.authenticateWithRedirect(params)
    const { outcome } = await visit(stage, (url, emulator) => emulator.oauth[answer](url))
    expect(outcome).toMatchObject({ kind: 'error', attempt: 'signIn', error: { code: error } })
  })
})
