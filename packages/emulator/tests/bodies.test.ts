import { connect } from 'node:net'
import { type Listening, type ListenOptions, listen } from '@clientele/emulator/node'
import { afterEach, describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, jane, joe } from './support/browser.ts'

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'
const opened: { close(): unknown }[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()))
})

const open = async (options: ListenOptions) => {
  const listening = await listen(options)
  opened.push(listening)
  return listening
}

/** Sends this over a connection of its own; resolves when it is on its way. */
const send = async ({ port }: Listening, text: string) => {
  const socket = connect(port, '127.0.0.1')
  opened.push({ close: () => socket.destroy() })
  let received = ''
  socket.on('data', chunk => {
    received += chunk
  })
  const closed = new Promise<string>(resolve => socket.once('close', () => resolve(received)))
  await new Promise<void>(resolve => socket.write(text, () => resolve()))
  return { closed }
}

const head = (path: string, type: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`

/** A body that somebody goes on sending as long as it is read, and what was read of it. */
const endless = (chunk: string) => {
  const taken = { chunks: 0 }
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    taken.chunks += 1
    controller.enqueue(new TextEncoder().encode(chunk))
  }
  return { body: new ReadableStream({ pull }, { highWaterMark: 0 }), taken }
}

const silent = () => new ReadableStream({ pull: () => new Promise<void>(() => undefined) })

const streamed = (body: ReadableStream, type: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body,
  duplex: 'half', // what every fetch wants for a stream, and the types of it do not know
  headers: { 'Content-Type': type, ...headers },
})

describe.each([
  ['the Frontend API', '/v1/client/sign_ins', form],
  ['the control surface', '/__emulator/users', json],
])('half a body, sent to %s', (_, path, type) => {
  test('keeps nobody waiting at a socket', async () => {
    const listening = await open({ requestTimeout: 600_000 })
    await send(listening, `${head(path, type, 100)}identifier=`)
    const ask = async (to: string, init?: RequestInit) =>
      (await fetch(`${listening.url}${to}`, init)).status
    const body = JSON.stringify(jane)
    const headers = { 'Content-Type': json }
    expect(await ask('/__emulator/users', { method: 'POST', headers, body })).toBe(201)
    const fields = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    expect(await ask('/v1/client/sign_ins', { method: 'POST', body: fields })).toBe(200)
    for (const to of ['/', '/v1/client', '/__emulator/users']) expect(await ask(to)).toBe(200)
  })

  test('is answered 408 in time, has no effect, and its connection is closed', async () => {
    const listening = await open({ requestTimeout: 50 })
    const { closed } = await send(listening, `${head(path, type, 100)}{}`)
    expect(await closed).toMatch(/^HTTP\/1\.1 408 /)
    expect(listening.emulator.users.list()).toEqual([])
    expect(listening.emulator.attempts.list()).toEqual([])
  })

  test('keeps nobody waiting in-process', async () => {
    const emulator = createFrozen()
    void emulator.fetch(path, streamed(silent(), type))
    emulator.users.create(jane)
    const { signIn, client } = createBrowser(emulator)
    expect((await signIn({ identifier: jane.emailAddress })).status).toBe(200)
    expect((await client()).status).toBe(200)
    expect((await emulator.fetch('/__emulator/users')).status).toBe(200)
  })
})

test('a time that is none is refused', async () => {
  for (const requestTimeout of [0, -1, Number.NaN, 1.5])
    await expect(listen({ requestTimeout })).rejects.toThrow(/^requestTimeout must be/)
})

test('what is there at once is answered in the order in which it was sent', async () => {
  const emulator = createFrozen()
  const body = JSON.stringify(joe)
  const fields = new URLSearchParams({ identifier: joe.emailAddress })
  const answers = await Promise.all([
    emulator.fetch('/v1/client/sign_ins', { method: 'POST', body: fields }),
    emulator.fetch('/v1/client'),
    emulator.fetch('/__emulator/users', {
      method: 'POST',
      headers: { 'Content-Type': json },
      body,
    }),
    emulator.fetch('/v1/client/sign_ins', { method: 'POST', body: fields }),
    emulator.fetch('/v1/environment'),
  ])
  // Nobody is known at first, and is created before the second try.
  expect(answers.map(({ status }) => status)).toEqual([422, 200, 201, 200, 200])
  expect(emulator.requests.map(({ path }) => path)).toEqual([
    '/v1/client/sign_ins',
    '/v1/client',
    '/v1/client/sign_ins',
    '/v1/environment',
  ])
})

describe('too large a body', () => {
  test.each([
    ['/v1/client/sign_ins', form, 400, 'request_body_invalid', 1],
    ['/v1/me/profile_image', 'application/octet-stream', 400, 'request_body_invalid', 10],
    ['/__emulator/users', json, 413, 'emulator_body_too_large', 4],
    ['/__emulator/seed', json, 413, 'emulator_body_too_large', 4],
    ['/__emulator/import', json, 413, 'emulator_body_too_large', 64],
  ])('of %s is refused while it comes', async (path, type, status, code, megabytes) => {
    const { body, taken } = endless('x'.repeat(1_000_000))
    const answer = await createFrozen().fetch(path, streamed(body, type))
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ errors: [{ code }] })
    expect(taken.chunks).toBe(megabytes + 1)
  })

  test('that is declared is refused before it comes', async () => {
    const listening = await open({ requestTimeout: 600_000 })
    const { closed } = await send(listening, head('/__emulator/users', json, 40_000_000))
    expect(await closed).toMatch(/^HTTP\/1\.1 413 [\s\S]*has at most 4 MB/)
  })

  test('that is not too large is taken, and an import may be larger', async () => {
    const emulator = createFrozen()
    const publicMetadata = { text: 'ü'.repeat(1_900_000) }
    const post = (path: string, input: unknown) =>
      emulator.fetch(path, streamed(new Blob([JSON.stringify(input)]).stream(), json))
    for (const { emailAddress } of [jane, joe])
      expect((await post('/__emulator/users', { emailAddress, publicMetadata })).status).toBe(201)
    expect(emulator.users.list()).toMatchObject([{ publicMetadata }, { publicMetadata }])
    expect((await post('/__emulator/import', emulator.export())).status).toBe(204)
  })
})

describe('nothing is read of', () => {
  test.each([
    ['a page of another origin', '/__emulator/users', json, { Origin: 'https://evil.test' }, 403],
    ['whose name is not its own', 'https://evil.test/__emulator/users', json, {}, 403],
    ['an origin that is not allowed', '/v1/client', form, { Origin: 'https://evil.test' }, 400],
  ])('%s', async (_, path, type, headers, status) => {
    const emulator = createFrozen({ settings: { allowedOrigins: [] } })
    const { body, taken } = endless('x')
    expect((await emulator.fetch(path, streamed(body, type, headers))).status).toBe(status)
    expect(taken.chunks).toBe(0)
  })
})
