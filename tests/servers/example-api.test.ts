import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Listening, listen } from '@clientele/emulator/node'
import { testUser } from '@clientele/emulator/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApi } from '../../examples/api/create-api.mjs'

// The API that the example applications call.

let emulator: Listening
const undo: (() => unknown)[] = []

beforeEach(async () => {
  emulator = await listen()
  undo.push(emulator.close)
})
afterEach(async () => {
  for (const run of undo.splice(0)) await run()
})

/** Somebody who is signed in, and the token of the session. */
const signIn = async () => {
  const user = testUser()
  const { id } = emulator.emulator.users.create(user)
  const body = new URLSearchParams({ identifier: user.emailAddress, password: user.password })
  const answer = await emulator.emulator.agent().fetch('/v1/client/sign_ins', {
    method: 'POST',
    body,
  })
  const { client } = await answer.json()
  return { id, token: String(client.sessions[0].last_active_token.jwt) }
}

const ask = async (issuer: string, token?: string) => {
  const server = createServer(createApi(issuer))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => server.close())
  const { port } = server.address() as AddressInfo // as: it listens on a port
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await fetch(`http://127.0.0.1:${port}/api/me`, { headers })
  return { status: answer.status, body: await answer.json() }
}

it('says who asks, by the token alone', async () => {
  const { id, token } = await signIn()
  expect(await ask(emulator.url, token)).toMatchObject({ status: 200, body: { userId: id } })
})

it.each<[string, (token: string) => string | undefined]>([
  ['there is none', () => undefined],
  ['it is no JWT', () => 'signed'],
  ['its signature is of something else', token => token.replace(/\.(.)/, '.$1A')],
])('refuses a token when %s', async (_, change) => {
  const { token } = await signIn()
  expect(await ask(emulator.url, change(token))).toMatchObject({ status: 401 })
})

it('refuses a token of another issuer', async () => {
  const { token } = await signIn()
  expect(await ask(emulator.url.replace('127.0.0.1', 'localhost'), token)).toMatchObject({
    status: 401,
  })
})

it('does not call a token wrong when the keys cannot be fetched', async () => {
  const { token } = await signIn()
  expect(await ask('http://127.0.0.1:9', token)).toMatchObject({ status: 503 })
})
