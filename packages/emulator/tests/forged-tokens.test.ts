import { generateKeyPairSync, sign } from 'node:crypto'
import type { Emulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn } from './support/browser.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())

const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

const signedElsewhere = (header: unknown, payload: string): string => {
  const text = `${encode(header)}.${payload}`
  return `${text}.${sign('sha256', Buffer.from(text), otherKey).toString('base64url')}`
}

/** Texts that say the same as a token, or something better, and that the emulator never signed. */
const forgeries: Record<string, (token: string) => string> = {
  'no algorithm': token => `${encode({ alg: 'none', typ: 'JWT' })}.${token.split('.')[1]}.`,
  'no algorithm, and the signature of another': token => {
    const [, payload, signature] = token.split('.')
    return `${encode({ alg: 'none' })}.${payload}.${signature}`
  },
  'no signature': token => token.replace(/[^.]+$/, ''),
  'half a signature': token => token.slice(0, -100),
  'a signature of nothing but zeros': token =>
    token.replace(/[^.]+$/, Buffer.alloc(256).toString('base64url')),
  'a signature beyond the modulus': token =>
    token.replace(/[^.]+$/, Buffer.alloc(256, 255).toString('base64url')),
  'more parts': token => `${token}.x`,
  'another payload': token => {
    const [header = '', payload = '', signature] = token.split('.')
    return `${header}.${encode({ ...decode(payload), more: true })}.${signature}`
  },
  'the key of somebody else': token => {
    const [header = '', payload = ''] = token.split('.')
    return signedElsewhere(decode(header), payload)
  },
  'a digest by the public key': token =>
    signedElsewhere({ alg: 'HS256' }, token.split('.')[1] ?? ''),
}

const cases = Object.entries(forgeries)

const withCookie = async (emulator: Emulator, token: string) => {
  const headers = { Cookie: `__client=${token}` }
  return (await (await emulator.fetch('/v1/client', { headers })).json()).response
}

const signedIn = async () => {
  const emulator = createFrozen()
  const { agent, id } = await createSignedIn(emulator)
  const token = agent.cookies().find(({ name }) => name === '__client')?.value ?? ''
  return { emulator, id, token }
}

test('a cookie that the emulator signed is that of its client, as often as it comes', async () => {
  const { emulator, id, token } = await signedIn()
  for (const _ of [1, 2])
    expect(await withCookie(emulator, token)).toMatchObject({ last_active_session_id: id })
  const copy = createFrozen()
  copy.import(emulator.export())
  expect(await withCookie(copy, token)).toMatchObject({ last_active_session_id: id })
})

describe.each(cases)('a token with %s', (_, forge) => {
  test('is the cookie of nobody', async () => {
    const { emulator, token } = await signedIn()
    expect(await withCookie(emulator, forge(token))).toBeNull()
  })

  test('is the header of nobody, and a nonce does not help it', async () => {
    const { emulator, token } = await signedIn()
    const read = async (authorization: string, query = '') => {
      const headers = { Authorization: authorization }
      const answer = await emulator.fetch(`/v1/client?_is_native=1${query}`, { headers })
      return (await answer.json()).response
    }
    expect(await read(token)).not.toBeNull()
    expect(await read(forge(token))).toBeNull()
    const [client] = emulator.clients.list()
    const { rotatingTokenNonce } = emulator.clients.rotate(client?.id ?? '')
    const query = `&rotating_token_nonce=${rotatingTokenNonce}`
    expect(await read(forge(token), query)).toBeNull()
    expect(await read(token, query)).not.toBeNull()
  })

  test('lets no fault meet the client that it names', async () => {
    const { emulator, token } = await signedIn()
    emulator.faults.add({ kind: 'revoke', path: '/v1/client' })
    await withCookie(emulator, forge(token))
    expect(emulator.sessions.list()).toMatchObject([{ status: 'active' }])
  })

  test('links no satellite domain', async () => {
    const { emulator } = await signedIn()
    const { visit } = createBrowser(emulator)
    const synced = await visit(
      `/v1/client/sync?link_domain=${emulator.host}&redirect_url=https://app.test/`,
    )
    const good = synced.to?.searchParams.get('__clerk_token') ?? ''
    const link = async (token: string) =>
      (await visit(`/v1/client/link?__clerk_token=${token}`)).status
    expect([await link(good), await link(forge(good))]).toEqual([307, 400])
  })
})

test('a development browser is one that was made here', async () => {
  const emulator = createFrozen({ host: 'foo-bar-13.clerk.accounts.dev' })
  const { id } = await (await emulator.fetch('/v1/dev_browser', { method: 'POST' })).json()
  const ask = async (token: string) =>
    (await emulator.fetch(`/v1/client?__clerk_db_jwt=${token}`)).status
  expect(await ask(id)).toBe(200)
  for (const token of [`${id}x`, id.slice(0, -1), `${encode({ alg: 'none' })}.${encode({ id })}.`])
    expect(await ask(token)).toBe(401)
})
