import { createEmulator, type EmulatorOptions } from '@clientele/emulator'
import { testUser } from '@clientele/emulator/testing'
import { afterEach, describe, expect, test } from 'vitest'
import { keysOf } from './support/keys.ts'
import { servers } from './support/servers.ts'
import { createVisitor } from './support/visitor.ts'

// Pages that a server renders, with Clerk's own middleware: where it cannot tell who is signed in,
// it sends the browser to the emulator, and has to be content with what comes back.

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()))
})

const setStage = async (name: keyof typeof servers, options: EmulatorOptions) => {
  const emulator = createEmulator(options)
  const server = await servers[name](keysOf(emulator))
  closing.push(() => server.close())
  const visitor = createVisitor(emulator, (url, init) => server.fetch(String(url), init ?? {}))
  const open = async () => {
    const { response, url, handshakes } = await visitor.open(`${server.url}/page`)
    return { status: response.status, ...(await response.json()), url: url.href, handshakes }
  }
  const user = testUser()
  const { id } = emulator.users.create(user)
  const fields = { identifier: user.emailAddress, password: user.password }
  /** What a page asks. */
  const ask = (path: string, form?: Record<string, string>) =>
    visitor.agent.fetch(
      `${path}?__clerk_db_jwt=${visitor.cookies.get('__clerk_db_jwt')}`,
      form && { method: 'POST', body: new URLSearchParams(form) },
    )
  const signIn = () => ask('/v1/client/sign_ins', fields)
  return { ...visitor, ask, emulator, open, signIn, id, page: `${server.url}/page` }
}

// A little behind, so that tokens are not from the future of the server while the clock is moved.
const start = Date.now() - 10_000

const development = { host: 'foo-bar-13.clerk.accounts.dev' }
const cases = (['Express', 'Fastify', 'Hono'] as const).flatMap(name =>
  [{}, { host: '127.0.0.1:4100' }, development].map(options => [name, options] as const),
)

describe.each(cases)('%s with %o', (name, options) => {
  test('a first visit ends at the page after one handshake, and the next needs none', async () => {
    const { open, page } = await setStage(name, options)
    const signedOut = { status: 200, userId: null, url: page }
    expect(await open()).toEqual({ ...signedOut, handshakes: 1 })
    expect(await open()).toEqual({ ...signedOut, handshakes: 0 })
  })

  test('who is signed in is known to the server, also once the client has changed', async () => {
    const clock = { now: () => start }
    const { open, signIn, id, page, cookies, ask, emulator } = await setStage(name, {
      ...options,
      clock,
    })
    await open()
    await signIn()
    // What a page of Clerk's SDK writes when it learns that its client changed.
    const change = async () => {
      const { response } = await (await ask('/v1/client')).json()
      cookies.set('__client_uat', String(Math.floor(response.updated_at / 1000)))
    }
    await change()
    expect(await open()).toEqual({ status: 200, userId: id, url: page, handshakes: 1 })
    expect(await open()).toMatchObject({ userId: id, handshakes: 0 })
    emulator.clock.advance(5000)
    await ask(`/v1/client/sessions/${emulator.sessions.list()[0]?.id}/touch`, {})
    await change()
    expect(await open()).toEqual({ status: 200, userId: id, url: page, handshakes: 1 })
    expect(await open()).toMatchObject({ userId: id, handshakes: 0 })
  })
})
