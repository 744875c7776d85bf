import { ClienteleError } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { openAccount, password, scriptAccount } from '../support/account.ts'
import { json } from '../support/scripted-fetch.ts'
import { jwtOf } from '../support/wire.ts'

const proof = { strategy: 'password', password }

describe('a verification of a session', () => {
  it('makes the proof of a factor new, and tokens that say so are asked for', async () => {
    const { api, clientele, emulator, sessionId } = await openAccount()
    await emulator.clock.advance(3_600_000)
    await clientele.getToken({ skipCache: true })
    const started = await api.startVerification({ level: 'first_factor' })
    expect(started).toMatchObject({
      id: sessionId,
      status: 'needs_first_factor',
      level: 'first_factor',
      session: { id: sessionId, expireAt: expect.any(Date) },
    })
    expect(JSON.stringify(started)).not.toContain('eyJ')
    const strategies = started.supportedFirstFactors?.map(({ strategy }) => strategy)
    expect(strategies).toContain('password')
    const done = await api.attemptFirstFactorVerification(proof)
    expect(done).toMatchObject({
      status: 'complete',
      firstFactorVerification: { status: 'verified' },
    })
    expect(clientele.session?.factorVerificationAge?.[0]).toBe(0)
    const jwt = (await clientele.getToken()) ?? ''
    expect(JSON.parse(atob(jwt.split('.')[1] ?? '')).fva[0]).toBe(0)
  })

  it('of both factors asks for one after the other', async () => {
    const { api, clientele, code } = await openAccount()
    const { id } = await api.createPhoneNumber({ phoneNumber: '+12125554123' })
    await api.preparePhoneNumberVerification(id)
    await api.attemptPhoneNumberVerification(id, { code: code() })
    await api.updatePhoneNumber(id, { reservedForSecondFactor: true })
    await api.startVerification({ level: 'multi_factor' })
    expect(await api.attemptFirstFactorVerification(proof)).toMatchObject({
      status: 'needs_second_factor',
      supportedFirstFactors: null,
    })
    const second = { strategy: 'phone_code', phoneNumberId: id }
    expect(await api.prepareSecondFactorVerification(second)).toMatchObject({
      secondFactorVerification: { status: 'unverified', strategy: 'phone_code' },
    })
    const attempt = { strategy: 'phone_code', code: code() }
    expect(await api.attemptSecondFactorVerification(attempt)).toMatchObject({
      status: 'complete',
      secondFactorVerification: { status: 'verified' },
    })
    expect(clientele.session?.factorVerificationAge).toEqual([0, 0])
  })

  it('prepares a code that is sent', async () => {
    const { api, clientele, code } = await openAccount()
    const { supportedFirstFactors } = await api.startVerification({ level: 'first_factor' })
    const factor = supportedFirstFactors?.find(({ strategy }) => strategy === 'email_code')
    const prepared = await api.prepareFirstFactorVerification({
      strategy: 'email_code',
      emailAddressId: factor?.emailAddressId,
    })
    expect(prepared.firstFactorVerification.expireAt).toBeInstanceOf(Date)
    const attempt = { strategy: 'email_code', code: code() }
    expect(await api.attemptFirstFactorVerification(attempt)).toMatchObject({ status: 'complete' })
    expect(clientele.user).not.toBeNull()
  })
})

it('tokens from before a verification are not given any more', async () => {
  const { api, clientele, count } = await scriptAccount(({ path }) =>
    path.endsWith('/tokens')
      ? json({ object: 'token', jwt: jwtOf('sess_1', Math.floor(Date.now() / 1000)) })
      : { status: path.endsWith('/verify') ? 'needs_first_factor' : 'complete' },
  )
  const asked = () => count('POST', '/client/sessions/sess_1/tokens')
  await clientele.getToken()
  await api.startVerification({ level: 'first_factor' })
  await clientele.getToken()
  expect(asked()).toBe(1)
  await api.attemptFirstFactorVerification(proof)
  await clientele.getToken()
  expect(asked()).toBe(2)
})

describe('an action that needs one', () => {
  const refused = () =>
    json(
      {
        errors: [
          {
            code: 'session_reverification_required',
            message: 'verify',
            meta: { reverification: { level: 'multi_factor' } },
          },
        ],
      },
      { status: 403 },
    )

  it('is done once more after it, when the callback is done', async () => {
    let verified = false
    const { api, clientele, asked, setUser } = await scriptAccount(({ path }) => {
      if (path.endsWith('/verify')) verified = true
      if (!verified) return refused()
      setUser({ password_enabled: true })
      return { id: 'user_1' }
    })
    const levels: string[] = []
    const user = await api.withReverification(() => api.updatePassword({ newPassword: password }), {
      onNeedsReverification: async ({ level, error }) => {
        levels.push(level, error.code)
        await api.startVerification({ level })
      },
    })
    expect(levels).toEqual(['multi_factor', 'session_reverification_required'])
    expect(user.passwordEnabled).toBe(true)
    expect(clientele.user).toEqual(user)
    expect(asked().map(each => each.split(' ')[1])).toEqual([
      '/me/change_password',
      '/client/sessions/sess_1/verify',
      '/me/change_password',
    ])
  })

  it('is done twice at most', async () => {
    const { api, count } = await scriptAccount(refused)
    const onNeedsReverification = async () => {}
    await expect(
      api.withReverification(() => api.disableTotp(), { onNeedsReverification }),
    ).rejects.toMatchObject({ code: 'session_reverification_required' })
    expect(count('DELETE', '/me/totp')).toBe(2)
  })

  it.each([
    ['the callback gives up', refused, new ClienteleError('aborted', 'No'), 'aborted'],
    ['it fails otherwise', () => json({ errors: [{ code: 'x' }] }, { status: 422 }), null, 'x'],
  ])('is done once when %s', async (_, answer, thrown, code) => {
    const { api, count } = await scriptAccount(answer)
    const onNeedsReverification = async () => {
      throw thrown
    }
    await expect(
      api.withReverification(() => api.disableTotp(), { onNeedsReverification }),
    ).rejects.toMatchObject({ code })
    expect(count('DELETE', '/me/totp')).toBe(1)
  })
})
