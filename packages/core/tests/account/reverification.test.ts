import { ClienteleError } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { modes, password, scriptAccount } from '../support/account.ts'
import { json } from '../support/scripted-fetch.ts'
import { jwtOf } from '../support/wire.ts'

const proof = { strategy: 'password', password }
const required = 'session_reverification_required'
const newPassword = 'another horse battery staple'
const google = { strategy: 'oauth_google', redirectUrl: 'https://app.test/back' }

describe.each(modes)('%s', (_, open) => {
  describe('a verification of a session', () => {
    it('makes the proof of a factor new, and tokens that say so are asked for', async () => {
      const { api, clientele, emulator, sessionId } = await open()
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
      const { api, clientele, code } = await open()
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
      const { api, clientele, code } = await open()
      const { supportedFirstFactors } = await api.startVerification({ level: 'first_factor' })
      const factor = supportedFirstFactors?.find(({ strategy }) => strategy === 'email_code')
      const prepared = await api.prepareFirstFactorVerification({
        strategy: 'email_code',
        emailAddressId: factor?.emailAddressId,
      })
      expect(prepared.firstFactorVerification.expireAt).toBeInstanceOf(Date)
      const attempt = { strategy: 'email_code', code: code() }
      expect(await api.attemptFirstFactorVerification(attempt)).toMatchObject({
        status: 'complete',
      })
      expect(clientele.user).not.toBeNull()
    })
  })

  describe('an action on an old session', () => {
    const openOld = async () => {
      const opened = await open()
      await opened.emulator.clock.advance(600_000)
      return opened
    }

    it.each<[string, (api: Awaited<ReturnType<typeof open>>['api']) => Promise<unknown>]>([
      ['password', api => api.updatePassword({ currentPassword: password, newPassword })],
      ['e-mail address', api => api.createEmailAddress({ email: 'second@example.com' })],
      ['phone number', api => api.createPhoneNumber({ phoneNumber: '+12125554123' })],
      ['authenticator app', api => api.createTotp()],
      ['account at a provider', api => api.createExternalAccount(google)],
      ['username', api => api.update({ username: 'ada_l' })],
      ['end', api => api.delete()],
    ])('(%s) is done once more after it, when the callback is done', async (__, act) => {
      const { api, emulator } = await openOld()
      await expect(act(api)).rejects.toMatchObject({ status: 403, code: required })
      const asked: string[] = []
      await api.withReverification(() => act(api), {
        onNeedsReverification: async ({ level, error }) => {
          asked.push(level, error.code)
          await api.startVerification({ level })
          await api.attemptFirstFactorVerification(proof)
        },
      })
      expect(asked).toEqual(['second_factor', required])
      expect(emulator.requests.filter(({ code }) => code === required)).toHaveLength(2)
    })

    it('is refused again when the callback proved nothing', async () => {
      const { api, clientele } = await openOld()
      const onNeedsReverification = async () => {}
      await expect(
        api.withReverification(() => api.createTotp(), { onNeedsReverification }),
      ).rejects.toMatchObject({ code: required })
      expect(clientele.user?.totpEnabled).toBe(false)
    })
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

  it('is done twice at most, and tells the level that is asked for', async () => {
    const { api, count } = await scriptAccount(refused)
    const levels: string[] = []
    const onNeedsReverification = async ({ level }: { level: string }) => levels.push(level)
    await expect(
      api.withReverification(() => api.disableTotp(), { onNeedsReverification }),
    ).rejects.toMatchObject({ code: required })
    expect(count('DELETE', '/me/totp')).toBe(2)
    expect(levels).toEqual(['multi_factor'])
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
