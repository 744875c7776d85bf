import { createPublicKey } from 'node:crypto'
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
} from 'jose'
import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, start } from './support/browser.ts'

const seconds = Math.floor(start / 1000)

test.each(['/v1/jwks', '/.well-known/jwks.json'])(
  '%s has the key that servers are given as PEM',
  async path => {
    const emulator = createFrozen({ host: 'foo-bar-13.clerk.accounts.dev' })
    const { keys }: JSONWebKeySet = await (await emulator.fetch(path)).json()
    const { kty, n, e } = createPublicKey(emulator.jwtKey).export({ format: 'jwk' })
    expect(keys).toMatchObject([{ kty, n, e, use: 'sig' }])
  },
)

describe('session tokens', () => {
  test('have the header and the claims of the second version, and verify against the published keys', async () => {
    const emulator = createFrozen()
    const { session, id } = await createSignedIn(emulator)
    const { body } = await session('tokens', id, { organization_id: '', tab_state: 'focused' })
    expect(Object.keys(body)).toEqual(['object', 'jwt'])
    const keys: JSONWebKeySet = await (await emulator.fetch('/.well-known/jwks.json')).json()
    const { payload, protectedHeader } = await jwtVerify(body.jwt, createLocalJWKSet(keys), {
      currentDate: new Date(start),
    })
    expect(protectedHeader).toEqual({
      alg: 'RS256',
      cat: 'cl_B7d4PD111AAA',
      kid: keys.keys[0]?.kid,
      oiat: seconds,
      typ: 'JWT',
    })
    expect(payload).toEqual({
      azp: 'https://app.emulator.test',
      exp: seconds + 60,
      fva: [0, -1],
      iat: seconds,
      iss: 'https://clerk.emulator.test',
      jti: expect.any(String),
      nbf: seconds - 10,
      sid: id,
      sts: 'active',
      sub: emulator.users.list()[0]?.id,
      v: 2,
    })
  })

  test('each call mints another; the client then carries the newest', async () => {
    const { session, client, id } = await createSignedIn(createFrozen())
    const first = (await session('tokens', id)).body.jwt
    const second = (await session('tokens', id)).body.jwt
    expect(second).not.toBe(first)
    expect((await client()).body.response?.sessions[0]?.last_active_token).toEqual({
      object: 'token',
      jwt: second,
    })
  })

  test('the last active token is minted anew when little of its life is left, ages with it', async () => {
    const emulator = createFrozen()
    const { client } = await createSignedIn(emulator)
    const look = async () => (await client()).body.response?.sessions[0]
    const first = await look()
    emulator.clock.advance(50_000)
    expect((await look())?.last_active_token).toEqual(first?.last_active_token)
    emulator.clock.advance(10_001)
    const later = await look()
    expect(decodeProtectedHeader(later?.last_active_token?.jwt ?? '').oiat).toBe(seconds + 60)
    expect(later?.factor_verification_age).toEqual([1, -1])
    expect(later?.updated_at).toBe(first?.updated_at)
  })

  test('none is older than the last change of its client: servers would send the browser to a handshake', async () => {
    const emulator = createFrozen()
    const { session, id } = await createSignedIn(emulator)
    emulator.clock.advance(5000)
    const { client } = (await session('touch', id)).body
    const jwt = client?.sessions[0]?.last_active_token?.jwt ?? ''
    expect(client?.updated_at).toBe(start + 5000)
    expect(decodeJwt(jwt).iat).toBe(seconds + 5)
  })

  test('a change of what they claim mints them anew at once', async () => {
    const emulator = createFrozen()
    const { client, id } = await createSignedIn(emulator)
    emulator.sessions.assignTasks(id, ['setup-mfa'])
    const jwt = (await client()).body.response?.sessions[0]?.last_active_token?.jwt ?? ''
    expect(decodeJwt(jwt).sts).toBe('pending')
  })

  test('their lifetime is a setting', async () => {
    const emulator = createFrozen({ settings: { tokenLifetime: 5000 } })
    const { session, id } = await createSignedIn(emulator)
    expect(decodeJwt((await session('tokens', id)).body.jwt).exp).toBe(seconds + 5)
  })
})

test('the discovery document points to the keys', async () => {
  const emulator = createFrozen()
  const answer = await emulator.fetch('/.well-known/openid-configuration')
  expect(await answer.json()).toMatchObject({
    issuer: 'https://clerk.emulator.test',
    jwks_uri: 'https://clerk.emulator.test/.well-known/jwks.json',
  })
})
