import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane } from './support/browser.ts'

const issuer = 'https://app.example.test/__clerk'

describe('behind a proxy', () => {
  test('tokens and discovery name the address that is set', async () => {
    const emulator = createFrozen({ issuer: `${issuer}/`, pathPrefix: '/__clerk' })
    const { id, session } = await createSignedIn(emulator)
    const { body } = await session('tokens', id)
    expect(decodeJwt(body.jwt).iss).toBe(issuer)
    const discovery = await emulator.fetch('/.well-known/openid-configuration')
    expect(await discovery.json()).toMatchObject({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
    })
  })

  test.each(['nonsense', '/__clerk', 'javascript:alert(1)', ''])('%j is refused', issuer => {
    expect(() => createFrozen({ issuer })).toThrow(/issuer must be an absolute URL/)
  })

  const own = 'https://clerk.emulator.test'
  test.each([
    [{}, own],
    [{ 'clerk-proxy-url': `${issuer}/` }, issuer],
    [{ 'x-forwarded-proto': 'http', 'x-forwarded-host': 'a.test:8080, b' }, 'http://a.test:8080'],
    [{ 'x-forwarded-proto': 'http' }, 'http://clerk.emulator.test'],
    [{ 'x-forwarded-proto': 'javascript' }, own],
    [{ 'clerk-proxy-url': 'javascript:alert(1)' }, own],
  ])('links lead to where the caller reached it: %o', async (headers, base) => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const ask = (path: string, fields: Record<string, string>) =>
      emulator.fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers })
    const { response } = await (
      await ask('/v1/client/sign_ins', { identifier: jane.emailAddress })
    ).json()
    await ask('/v1/client/sign_ins', {
      identifier: jane.emailAddress,
      strategy: 'email_link',
      redirect_url: 'https://app.example.test/',
    })
    expect(response.status).toBe('needs_first_factor')
    expect(emulator.inbox.latest()?.link).toMatch(`${base}/v1/`)
  })
})
