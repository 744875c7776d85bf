import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createEmulator } from '@clientele/emulator'
import { type Listening, type ListenOptions, listen } from '@clientele/emulator/node'
import { build } from 'tsup'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { jane } from './support/browser.ts'

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

  test('junk, and an asker that hangs up, do no harm', async () => {
    const { url, port } = await open()
    expect((await fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body: '{}' })).status).toBe(415)
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
    emulator.faults.add({ kind: 'drop', when: 'after-effect', path: '/v1/client/sign_ins', count: 1 })
    const body = new URLSearchParams({ identifier: jane.emailAddress, password: jane.password })
    await expect(fetch(`${url}/v1/client/sign_ins`, { method: 'POST', body })).rejects.toThrow(TypeError)
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

// Built as it is published, beside the dependencies and not in dist, which may be older or absent.
const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url))
const built = fileURLToPath(new URL('../node_modules/.bin-under-test/', import.meta.url))
const command = join(built, 'bin.js')

beforeAll(() =>
  build({
    config: false,
    silent: true,
    entry: [bin],
    outDir: built,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
  }),
)

const run = (...parameters: string[]) => {
  const child = spawn(process.execPath, [command, ...parameters], { stdio: 'pipe' })
  const output = { out: '', error: '' }
  child.stdout.on('data', chunk => {
    output.out += chunk
  })
  child.stderr.on('data', chunk => {
    output.error += chunk
  })
  const exit = new Promise<number | null>(resolve => child.once('exit', resolve))
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output.out)
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      child.once('exit', () => reject(new Error(output.error)))
    })
  return { child, output, exit, says }
}

describe('clientele-emulator', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('prints address and key, answers, and stops at %s', async signal => {
    const { child, exit, says, output } = run('--port', '0')
    const [, url = '', key = ''] = await says(/(http:\S+)[\s\S]*(pk_test_\S+)/)
    expect(atob(key.slice('pk_test_'.length))).toBe(`${new URL(url).host}$`)
    expect(output.out).toMatch(/^Emulator/)
    expect((await fetch(`${url}/v1/client`)).status).toBe(200)
    child.kill(signal)
    expect(await exit).toBe(0)
  })

  test('--help', async () => {
    const { exit, output } = run('--help')
    expect(await exit).toBe(0)
    expect(output.out).toMatch(/Usage: clientele-emulator/)
  })

  test('a busy port is one line and exit code 1', async () => {
    const { port } = await open()
    const { exit, output } = run('--port', String(port))
    expect(await exit).toBe(1)
    expect(output.error).toBe(
      `clientele-emulator: Port ${port} at 127.0.0.1 is in use: choose another, or 0 for any free one.\n`,
    )
  })

  test.each([[['--port', 'x']], [['--port', '70000']], [['--nonsense']], [['stray']]])(
    '%j is one line and exit code 2',
    async parameters => {
      const { exit, output } = run(...parameters)
      expect(await exit).toBe(2)
      expect(output.error.trim().split('\n')).toHaveLength(1)
    },
  )
})
