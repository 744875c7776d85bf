import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane } from '../support/browser.ts'
import { assertPasskey, makePasskey, passkey } from '../support/passkey.ts'
import type { VerificationWire } from '../support/wire.ts'

interface PasskeyWire {
  readonly id: string
  readonly name: string | null
  readonly verification: VerificationWire
}

const begin = async (user: object = {}) => {
  const emulator = createFrozen()
  const { id: userId } = emulator.users.create({ ...jane, ...user })
  const browser = await createSignedIn(emulator)
  const make = async () => (await browser.send<PasskeyWire>('POST', '/v1/me/passkeys')).body
  const attempt = (id: string, public_key_credential: string) =>
    browser.send<PasskeyWire>('POST', `/v1/me/passkeys/${id}/attempt_verification`, {
      strategy: 'passkey',
      public_key_credential,
    })
  const shown = async () => {
    const { body } = await browser.send<{ passkeys: PasskeyWire[] }>('GET', '/v1/me')
    return body.response.passkeys
  }
  return { emulator, userId, ...browser, make, attempt, shown }
}

describe('a passkey', () => {
  test('is made by an authenticator, and signs in then', async () => {
    const { emulator, userId, make, attempt, shown } = await begin()
    const { id, verification } = (await make()).response
    expect(JSON.parse(verification.nonce ?? '')).toMatchObject({
      rp: { id: 'app.emulator.test', name: 'Emulated application' },
      user: { name: jane.emailAddress },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      excludeCredentials: [],
    })
    expect(await shown()).toEqual([]) // nothing to sign in with yet
    const { body } = await attempt(id, makePasskey(verification.nonce ?? ''))
    expect(body.response).toMatchObject({ id, verification: { status: 'verified' } })
    expect(body.client?.sessions[0]?.user).toMatchObject({ passkeys: [{ id }] })
    const { signIn, signInStep } = createBrowser(emulator)
    const { response } = (await signIn({ strategy: 'passkey' })).body
    const done = await signInStep(response.id, 'attempt_first_factor', {
      strategy: 'passkey',
      public_key_credential: assertPasskey(response.first_factor_verification?.nonce ?? ''),
    })
    expect(done.body.response.status).toBe('complete')
    expect(emulator.sessions.list().map(session => session.userId)).toEqual([userId, userId])
  })

  test.each([
    ['another page', { origin: 'https://evil.test' }],
    ['another relying party', { rpId: 'evil.test' }],
    ['nobody', { flags: 0x44 }],
    ['an authenticator that made none', { flags: 5 }],
    ['another id', { id: 'AAAA' }],
    ['an algorithm that was not asked for', { alg: -8 }],
  ])('of %s is refused', async (_, lie) => {
    const { make, attempt, shown } = await begin()
    const { id, verification } = (await make()).response
    const { status, fault } = await attempt(id, makePasskey(verification.nonce ?? '', lie))
    expect([status, fault]).toEqual([422, 'form_param_value_invalid@public_key_credential'])
    expect(await shown()).toEqual([])
  })

  test('for an earlier challenge, or too late, is refused', async () => {
    const { emulator, make, attempt, send } = await begin()
    const first = (await make()).response
    const { id, verification } = (await make()).response
    expect((await send('GET', `/v1/me/passkeys/${first.id}`)).status).toBe(404)
    expect((await attempt(id, makePasskey(first.verification.nonce ?? ''))).status).toBe(422)
    emulator.clock.advance(600_000)
    const late = await attempt(id, makePasskey(verification.nonce ?? ''))
    expect([late.status, late.fault]).toEqual([400, 'verification_expired'])
  })

  test('that somebody has already is not made again', async () => {
    const { make, attempt } = await begin({ passkeys: [passkey] })
    const { id, verification } = (await make()).response
    expect(JSON.parse(verification.nonce ?? '').excludeCredentials).toEqual([
      { type: 'public-key', id: passkey.credentialId },
    ])
    const { fault } = await attempt(id, makePasskey(verification.nonce ?? ''))
    expect(fault).toBe('form_identifier_exists@public_key_credential')
  })

  test.each([
    ['(X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'Chrome on Linux'],
    ['(Macintosh; Intel Mac OS X 10_15_7) Version/18 Safari/605.1.15', 'Safari on macOS'],
    ['(iPhone; CPU iPhone OS 18 like Mac OS X) Mobile Safari/604.1', 'Safari on iOS'],
    ['(Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Windows'],
    ['(Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', 'Firefox on Android'],
    ['a program', 'Passkey'],
  ])('is called after its device: %s', async (userAgent, name) => {
    const { agent } = await begin()
    const headers = { 'User-Agent': userAgent }
    const answer = await agent.fetch('/v1/me/passkeys', { method: 'POST', headers })
    expect(await answer.json()).toMatchObject({ response: { name } })
  })

  test('is named and forgotten', async () => {
    const { shown, send } = await begin({ passkeys: [passkey] })
    const [{ id } = { id: '' }] = await shown()
    const path = `/v1/me/passkeys/${id}`
    await send('PATCH', path, { name: 'Mac' })
    expect(await shown()).toMatchObject([{ id, name: 'Mac' }])
    expect((await send('DELETE', path)).body.response).toMatchObject({ id, deleted: true })
    expect(await shown()).toEqual([])
  })
})
