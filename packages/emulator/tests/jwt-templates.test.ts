import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
} from 'jose'
import { expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane, start } from './support/browser.ts'

const seconds = Math.floor(start / 1000)

const begin = async (claims: Record<string, unknown>, lifetime?: number) => {
  const hasura = lifetime === undefined ? { claims } : { claims, lifetime }
  const emulator = createFrozen({ settings: { jwtTemplates: { hasura } } })
  const { id: userId } = emulator.users.create({
    ...jane,
    firstName: 'Jane',
    phoneNumber: '+12125554123',
    publicMetadata: { plan: 'pro', seats: 3, roles: ['a', 'b'] },
  })
  const browser = await createSignedIn(emulator)
  const mint = async () => (await browser.session('tokens/hasura', browser.id)).body.jwt
  return { emulator, userId, ...browser, mint }
}

test('has its claims beside the standard ones, which it cannot change', async () => {
  const { emulator, mint, userId } = await begin({
    role: 'editor',
    aud: 'hasura',
    exp: 1,
    sub: 'someone',
  })
  const jwt = await mint()
  const keys: JSONWebKeySet = await (await emulator.fetch('/.well-known/jwks.json')).json()
  const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys), {
    currentDate: new Date(start),
  })
  expect(payload).toEqual({
    aud: 'hasura',
    azp: 'https://app.emulator.test',
    exp: seconds + 60,
    iat: seconds,
    iss: 'https://clerk.emulator.test',
    jti: expect.any(String),
    nbf: seconds - 10,
    role: 'editor',
    sub: userId,
  })
  expect(decodeProtectedHeader(jwt).cat).toBe('cl_B7d4PD222AAA')
})

test('shortcodes are filled in: alone with their type, in a text as text, and null when there is nothing', async () => {
  const { mint, userId, id } = await begin({
    id: '{{user.id}}',
    email: '{{ user.primary_email_address }}',
    greeting: 'Hello {{user.first_name}} {{user.last_name}}({{user.public_metadata.plan}})!',
    seats: '{{user.public_metadata.seats}}',
    all: '{{user.public_metadata}}',
    deep: { list: ['{{user.email_verified}}', '{{user.phone_number_verified}}', 1, null] },
    phone: '{{user.primary_phone_number}}',
    nothing: '{{user.nickname.first}}',
    text: 'x{{user.public_metadata.roles}}',
    org: '{{org.id}}',
    session: '{{session.id}}',
    prototype: '{{user.constructor}}',
    secret: '{{user.passwordHash}}',
    hidden: '{{user.password_hash}}',
  })
  expect(decodeJwt(await mint())).toMatchObject({
    id: userId,
    email: jane.emailAddress,
    greeting: 'Hello Jane (pro)!',
    seats: 3,
    all: { plan: 'pro', seats: 3, roles: ['a', 'b'] },
    deep: { list: [true, true, 1, null] },
    phone: '+12125554123',
    nothing: null,
    text: 'x["a","b"]',
    org: null,
    session: id,
    prototype: null,
    secret: null,
    hidden: null,
  })
})

test('knows the active organization', async () => {
  const { emulator, mint, session, id, userId } = await begin({
    org: '{{org.slug}}',
    role: '{{org.role}}',
  })
  emulator.organizations.create({ name: 'Acme', members: [{ userId, role: 'org:admin' }] })
  await session('touch', id, { active_organization_id: 'acme' })
  expect(decodeJwt(await mint())).toMatchObject({ org: 'acme', role: 'org:admin' })
})

test('lives as long as it says', async () => {
  expect(decodeJwt(await (await begin({}, 600_000)).mint()).exp).toBe(seconds + 600)
})

test('an unknown one is 404', async () => {
  const { session, id } = await begin({})
  for (const name of ['other', '__proto__', 'constructor']) {
    const { status, fault } = await session(`tokens/${name}`, id)
    expect([status, fault]).toEqual([404, 'resource_not_found'])
  }
})

test('a wrong template is a TypeError that names it', () => {
  const settings = { jwtTemplates: { hasura: { role: 'editor' } } }
  // as: what a test of types would refuse
  expect(() => createFrozen({ settings: settings as never })).toThrow(/jwtTemplates\.hasura/)
})
