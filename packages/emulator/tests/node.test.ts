import { connect } from 'node:net'
import { createEmulator } from '@clientele/emulator'
import { type Listening, type ListenOptions, listen } from '@clientele/emulator/node'
import { afterEach, describe, expect, test } from 'vitest'
import { createSignedIn, jane } from './support/browser.ts'
import { png } from './support/image.ts'

const opened: Listening[] = []
const open = async (options?: ListenOptions) => {
  const listening = await listen(options)
  opened.push(listening)
  return listening
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()))
})

describe('listen', () => {
  test('serves at loopback, with a key for this address', async () => {
    const { url, port, publishableKey, emulator } = await open()
    expect(url).toBe(`http://127.0.0.1:${port}`)
    expect(atob(publishableKey.slice('pk_test_'.length))).toBe(`127.0.0.1:${port}$`)
    expect(emulator.publishableKey).toBe(publishableKey)
    emulator.users.create(jane)
    const body = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    const answer = await fetch(`${url}/v1/client/sign_ins`, {
      method: 'POST',
      body,
      headers: { Origin: 'http://a.test' },
    })
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__client=ey[^;]+; Path=\/; Max-Age=34560000; SameSite=Lax; HttpOnly$/,
    )
    const json = await answer.json()
    expect(json.response.status).toBe('complete')
    const claims = JSON.parse(atob(json.client.sessions[0].last_active_token.jwt.split('.')[1]))
    expect(claims).toMatchObject({ azp: 'http://a.test', iss: url })
  })

  test('serves an emulator that exists', async () => {
    const emulator = createEmulator()
    const { url } = await open({ emulator })
    await fetch(`${url}/v1/client`)
    expect(emulator.requests).toMatchObject([{ path: '/v1/client', status: 200 }])
  })

  test('a development host keeps its own key', async () => {
    const emulator = createEmulator({ host: 'foo-bar-13.clerk.accounts.dev' })
    expect((await open({ emulator })).publishableKey).toBe(emulator.publishableKey)
  })

  test('the date is that of the emulator', async () => {
    const { url } = await open({ clock: { now: () => 0 } })
    expect((await fetch(`${url}/health`)).headers.get('date')).toBe('Thu, 01 Jan 1970 00:00:00 GMT')
  })

  test('a picture is uploaded, and shown at the same address', async () => {
    const { url, emulator } = await open()
    const { agent } = await createSignedIn(emulator)
    const cookie = agent
      .cookies()
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const body = new FormData()
    body.append('file', new Blob([png], { type: 'image/png' }))
    const init = { method: 'POST', body, headers: { cookie } }
    const { response } = await (await fetch(`${url}/v1/me/profile_image`, init)).json()
    expect(response.public_url).toBe(`${url}/__emulator/images/${response.id}`)
    expect(new Uint8Array(await (await fetch(response.public_url)).arrayBuffer())).toEqual(png)
  })

  test('junk, and an asker that hangs up, do no harm', async () => {
    const { url, port } = await open()
    expect((await fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body: '{}' })).status).toBe(
      415,
    )
    for (const text of [
      'GARBAGE\r\n\r\n',
      'TRACE /v1/client HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET /v1/client HTTP/1.1\r\nHost: a\r\n\r\n',
      'POST /v1/client HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx',
    ]) {
      const socket = connect(port, '127.0.0.1', () => socket.write(text, () => socket.destroy()))
      await new Promise(resolve => socket.once('close', resolve))
    }
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })

  test('a fault that breaks the connection hangs up', async () => {
    const { url, emulator } = await open()
    emulator.users.create(jane)
    emulator.faults.add({
      kind: 'drop',
      when: 'after-effect',
      path: '/v1/client/sign_ins',
      count: 1,
    })
    const body = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    await expect(fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body })).rejects.toThrow(
      TypeError,
    )
    expect(emulator.sessions.list()).toHaveLength(1)
    expect((await fetch(`${url}/v1/client`)).status).toBe(200)
  })

  test('a busy port is one clear line with its code', async () => {
    const { port } = await open()
    const failure = listen({ port })
    await expect(failure).rejects.toThrow(`Port ${port} at 127.0.0.1 is in use`)
    await expect(failure).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await expect(listen({ host: 'example.com' })).rejects.toThrow(TypeError)
  })

  test('close lets go of the port and of open connections', async () => {
    const { url, port, close } = await listen()
    await fetch(`${url}/health`)
    await close()
    await expect(fetch(`${url}/health`)).rejects.toThrow()
    expect((await open({ port })).port).toBe(port)
  })
})
