import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane } from '../support/browser.ts'
import { wrong } from '../support/sign-in.ts'
import { totpCodeFor } from '../support/totp.ts'
import type { UserWire } from '../support/wire.ts'

interface TotpWire {
  readonly secret: string
  readonly uri: string
  readonly verified: boolean
  readonly backup_codes: string[] | null
  readonly codes: string[]
}

const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings })
  const browser = await createSignedIn(emulator)
  const post = (path: string, fields = {}) =>
    browser.send<TotpWire>('POST', `/v1/me/${path}`, fields)
  const prove = (secret: string) =>
    post('totp/attempt_verification', { code: totpCodeFor(secret, emulator.clock.now()) })
  const me = async () => (await browser.send<UserWire>('GET', '/v1/me')).body.response
  const signInAgain = async () => {
    const other = createBrowser(emulator)
    const { id, status } = (
      await other.signIn({ identifier: jane.emailAddress, password: jane.password })
    ).body.response
    const attempt = (strategy: string, code: string) =>
      other.signInStep(id, 'attempt_second_factor', { strategy, code })
    return { status, attempt }
  }
  return { emulator, ...browser, post, prove, me, signInAgain }
}

describe('an authenticator app', () => {
  test('tells its code to who looks from outside, also before it is verified', async () => {
    const { post, prove, emulator } = await begin()
    const id = emulator.users.get(jane.emailAddress)?.id ?? ''
    expect(() => emulator.users.totpCode(id)).toThrow(/no authenticator app/)
    const { secret } = (await post('totp')).body.response
    const code = totpCodeFor(secret, emulator.clock.now())
    expect(emulator.users.totpCode(id)).toBe(code)
    await prove(secret)
    expect(emulator.users.totpCode(id)).toBe(code)
  })

  test('is told a secret once, and is a second factor when it shows the right code', async () => {
    const { post, prove, me, client, emulator, signInAgain } = await begin()
    const { secret, uri, verified } = (await post('totp')).body.response
    expect(verified).toBe(false)
    expect(uri).toMatch(new RegExp(`^otpauth://totp/.*jane.*secret=${secret}`))
    expect(await me()).toMatchObject({ totp_enabled: false })
    expect((await post('totp/attempt_verification', { code: wrong })).fault).toBe(
      'form_code_incorrect@code',
    )
    const done = await prove(secret)
    expect(done.body.response).toMatchObject({ verified: true, secret: null, uri: null })
    expect(done.body.response.backup_codes).toHaveLength(10)
    expect(await me()).toMatchObject({
      totp_enabled: true,
      backup_code_enabled: true,
      two_factor_enabled: true,
    })
    expect(done.text + (await client()).text).not.toContain(secret)
    const { status, attempt } = await signInAgain()
    expect(status).toBe('needs_second_factor')
    const now = emulator.clock.now()
    expect((await attempt('totp', totpCodeFor(secret, now))).fault).toBe('form_code_incorrect@code')
    emulator.clock.advance(30_000)
    expect((await attempt('totp', totpCodeFor(secret, now + 30_000))).body.response.status).toBe(
      'complete',
    )
  })

  test('another secret takes the place of one that was never proven', async () => {
    const { post, prove } = await begin()
    const first = (await post('totp')).body.response.secret
    const second = (await post('totp')).body.response.secret
    expect((await prove(first)).fault).toBe('form_code_incorrect@code')
    expect((await prove(second)).status).toBe(200)
    expect((await prove(second)).fault).toBe('verification_already_verified')
    expect((await post('totp')).fault).toBe('totp_already_enabled')
  })

  test('is let go, and its backup codes with it', async () => {
    const { post, prove, send, me, signInAgain } = await begin()
    await prove((await post('totp')).body.response.secret)
    expect((await send('DELETE', '/v1/me/totp')).body.response).toEqual({
      object: 'totp',
      deleted: true,
    })
    expect(await me()).toMatchObject({
      totp_enabled: false,
      backup_code_enabled: false,
      two_factor_enabled: false,
    })
    expect((await signInAgain()).status).toBe('complete')
  })

  test('none is 404, a disabled one 403', async () => {
    const { send, post } = await begin()
    expect((await send('DELETE', '/v1/me/totp')).status).toBe(404)
    expect((await post('totp/attempt_verification', { code: wrong })).status).toBe(404)
    const { status, fault } = await (await begin({ disabledStrategies: ['totp'] })).post('totp')
    expect([status, fault]).toEqual([403, 'feature_not_enabled'])
  })
})

describe('backup codes', () => {
  test('are told once, work once, and take the place of those before', async () => {
    const { post, prove, signInAgain, me } = await begin()
    const first =
      (await prove((await post('totp')).body.response.secret)).body.response.backup_codes ?? []
    const { codes } = (await post('backup_codes')).body.response
    expect(new Set([...codes, ...first]).size).toBe(20)
    expect(JSON.stringify(await me())).not.toContain(codes[0])
    const { attempt } = await signInAgain()
    expect((await attempt('backup_code', first[0] ?? '')).fault).toBe('form_code_incorrect@code')
    expect((await attempt('backup_code', codes[0] ?? '')).body.response.status).toBe('complete')
    const again = await signInAgain()
    expect((await again.attempt('backup_code', codes[0] ?? '')).fault).toBe(
      'form_code_incorrect@code',
    )
  })

  test('need a second factor beside them', async () => {
    const { status, fault } = await (await begin()).post('backup_codes')
    expect([status, fault]).toEqual([400, 'backup_codes_not_available'])
    const disabled = await begin({ disabledStrategies: ['backup_code'] })
    expect((await disabled.post('backup_codes')).fault).toBe('feature_not_enabled')
    const { secret } = (await disabled.post('totp')).body.response
    expect((await disabled.prove(secret)).body.response.backup_codes).toBeNull()
  })
})
