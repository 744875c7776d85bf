import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator, scenarios } from '@clientele/emulator'
import { type Listening, listen } from '@clientele/emulator/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { jane } from './support/browser.ts'
import { buildCommand, type Running, run, spawnCommand } from './support/command.ts'

let folder = ''
const opened: Listening[] = []
const served: Running[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  await buildCommand()
}, 60_000)

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()))
  for (const { signal } of served.splice(0)) signal('SIGTERM')
})

afterAll(() => rm(folder, { recursive: true }))

const open = async () => {
  const listening = await listen()
  opened.push(listening)
  return listening
}

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** Runs it as an emulator and gives its address. */
const serve = async (...parameters: string[]) => serving(run(...parameters, '--port', '0'))

const serving = async (started: Running) => {
  served.push(started)
  const [url = ''] = await started.says(/http:\S+/)
  const post = (path: string, body: unknown) =>
    fetch(`${url}/__emulator${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const users = async (): Promise<{ emailAddress: string }[]> =>
    (await fetch(`${url}/__emulator/users`)).json()
  const stop = async () => {
    started.signal('SIGTERM')
    return started.exit
  }
  return { ...started, url, post, users, stop }
}

describe('clientele-emulator', () => {
  test('prints the secret key, and with --webhook the secret of its messages', async () => {
    const { says, url } = await serve('--webhook', 'http://127.0.0.1:9/hook')
    const [, key = ''] = await says(/Secret key {7}(\S+)/)
    await says(/Webhook secret {3}whsec_\S+/)
    const headers = { Authorization: `Bearer ${key}` }
    expect((await fetch(`${url}/v1/users`, { headers })).status).toBe(200)
    const settings = await (await fetch(`${url}/__emulator/settings`)).json()
    expect(settings.webhooks).toEqual([{ url: 'http://127.0.0.1:9/hook' }])
  })

  test('refuses a --webhook at another machine', async () => {
    const { exitCode, error } = await run('--webhook', 'https://example.com/').ended()
    expect([exitCode, error]).toEqual([2, expect.stringContaining('at this machine')])
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints address and key, answers, and stops at %s',
    async name => {
      const { signal, exit, says, output } = spawnCommand('--port', '0')
      const [, url = '', key = ''] = await says(/(http:\S+)[\s\S]*(pk_test_\S+)/)
      expect(atob(key.slice('pk_test_'.length))).toBe(`${new URL(url).host}$`)
      expect(output.out).toMatch(/^Emulator/)
      expect(output.out).toContain(`CLERK_JWT_KEY:\n\n${createEmulator().jwtKey}`)
      expect((await fetch(`${url}/v1/client`)).status).toBe(200)
      signal(name)
      expect(await exit).toBe(0)
    },
  )

  test('a process ends with the exit code, and says why where errors belong', async () => {
    expect(await spawnCommand('--port', 'x').ended()).toEqual({
      exitCode: 2,
      out: '',
      error: 'clientele-emulator: --port must be a number from 0 to 65535, not x.\n',
    })
  })

  test('--help', async () => {
    const { exit, output } = run('--help')
    expect(await exit).toBe(0)
    expect(output.out).toMatch(/Usage: clientele-emulator/)
  })

  test('a busy port is one line and exit code 1', async () => {
    const { port, close } = await listen()
    const { exit, output } = run('--port', String(port))
    expect(await exit).toBe(1)
    expect(output.error).toBe(
      `clientele-emulator: Port ${port} at 127.0.0.1 is in use: choose another, or 0 for any free one.\n`,
    )
    await close()
  })

  test('--limits is a setting, also for what is in a data file', async () => {
    const data = join(folder, 'limits.json')
    for (const limits of ['development', 'production']) {
      const { url, stop } = await serve('--data', data, '--limits', limits)
      expect(await (await fetch(`${url}/__emulator/settings`)).json()).toMatchObject({ limits })
      await stop()
    }
  })

  test.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--limits', 'some']],
    [['--nonsense']],
    [['stray']],
  ])('%j is one line and exit code 2', async parameters => {
    const { exit, output } = run(...parameters)
    expect(await exit).toBe(2)
    expect(output.error.trim().split('\n')).toHaveLength(1)
  })
})

describe('help', () => {
  test.each(['start', 'seed', 'scenario', 'reset', 'inbox'])('%s --help', async command => {
    const { exitCode, out, error } = await run(command, '--help').ended()
    expect([exitCode, error]).toEqual([0, ''])
    expect(out).toMatch(new RegExp(`Usage: clientele-emulator \\[?${command}`))
  })

  test('--help names every command', async () => {
    expect((await run('--help').ended()).out).toMatch(
      /start .*\n.*seed .*\n.*scenario .*\n.*reset .*\n.*inbox /,
    )
  })
})

const seedText = `
settings:
  singleSession: true
users:
  - emailAddress: jane@example.com
    password: correct horse
faults:
  - { kind: duplicate, path: /v1/client }
`

describe('--seed', () => {
  test.each([
    ['seed.yaml', seedText],
    ['seed.json', JSON.stringify({ users: [{ emailAddress: 'jane@example.com' }] })],
  ])('%s', async (name, text) => {
    const { users, stop } = await serve('--seed', await file(name, text))
    expect(await users()).toMatchObject([{ emailAddress: 'jane@example.com' }])
    expect(await stop()).toBe(0)
  })

  test('the one in the README', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? []
    const { users, stop } = await serve('--seed', await file('readme.yaml', text))
    expect(await users()).toHaveLength(1)
    expect(await stop()).toBe(0)
  })

  test.each([
    [
      'a wrong field',
      seedText.replace('password', 'passwort'),
      /line 6: users\.0\.passwort: is not known here/,
    ],
    ['a wrong value', seedText.replace('true', 'perhaps'), /line 3: settings\.singleSession: /],
    ['what is missing', seedText.replace(', path: /v1/client', ''), /line 8: faults\.0\.path: /],
    ['no YAML', 'users: [', /line 1: /],
    ['a key twice', `${seedText}users: []`, /line 9: .*unique/],
    ['no seed at all', '- x', /line 1: seed: /],
  ])('%s is named by its line', async (_, text, message) => {
    const path = await file('wrong.yaml', text)
    const { exitCode, out, error } = await run('--seed', path, '--port', '0').ended()
    expect([exitCode, out]).toEqual([1, ''])
    expect(error.trim().split('\n')).toHaveLength(1)
    expect(error).toMatch(message)
    expect(error).toContain(path)
  })

  test('two users with one address: the line of the second', async () => {
    const path = await file(
      'twice.yaml',
      'users:\n  - &jane\n    emailAddress: jane@example.com\n  - *jane\n',
    )
    const { exitCode, error } = await run('--seed', path, '--port', '0').ended()
    expect(exitCode).toBe(1)
    expect(error).toMatch(/line [34]: users\.1\.emailAddress: jane@example\.com belongs to/)
  })

  test('no such file', async () => {
    const { exitCode, error } = await run('--seed', join(folder, 'nowhere.yaml')).ended()
    expect(exitCode).toBe(1)
    expect(error).toMatch(/^clientele-emulator: The seed .*nowhere\.yaml cannot be read: .*\n$/)
  })
})

describe('--data', () => {
  /** Creates users until enough were acknowledged, and kills the process in the middle of it. */
  const kill = async (data: string, round: number, acknowledged: string[]) => {
    const running = await serving(spawnCommand('--data', data, '--port', '0'))
    const enough = acknowledged.length + (round % 7)
    const create = async (count: number) => {
      const emailAddress = `user${round}-${count}@example.com`
      const { ok } = await running.post('/users', { emailAddress })
      if (ok) acknowledged.push(emailAddress)
      if (acknowledged.length >= enough) running.signal('SIGKILL')
    }
    await Promise.allSettled(Array.from({ length: 12 }, (_, count) => create(count)))
    await running.exit
  }

  const survive = async (name: string, rounds: readonly number[]) => {
    const data = join(folder, name)
    const acknowledged: string[] = []
    for (const round of rounds) await kill(data, round, acknowledged)
    const last = await serve('--data', data)
    const kept = (await last.users()).map(({ emailAddress }) => emailAddress)
    expect(kept).toEqual(expect.arrayContaining(acknowledged))
    expect(await last.stop()).toBe(0)
    return acknowledged
  }

  test('what was answered survives kill -9 in the middle of writes, twice', async () => {
    expect((await survive('killed.json', [3, 6])).length).toBeGreaterThanOrEqual(9)
  })

  test('what was answered survives kill -9 in the middle of writes, fifty times', {
    tags: ['matrix'],
    timeout: 120_000,
  }, async () => {
    const rounds = Array.from({ length: 50 }, (_, round) => round)
    expect((await survive('killed-often.json', rounds)).length).toBeGreaterThanOrEqual(150)
  })

  test('a seed is for a new file only', async () => {
    const data = join(folder, 'seeded.json')
    const seed = await file('once.yaml', seedText)
    for (const _ of [1, 2]) {
      const { users, stop } = await serve('--data', data, '--seed', seed)
      expect(await users()).toHaveLength(1)
      expect(await stop()).toBe(0)
    }
  })

  test.each([
    ['half a file', '{"format":"clientele-'],
    ['another file', '{"name":"x"}'],
    ['an empty file', ''],
  ])('%s is one line, and untouched', async (_, text) => {
    const path = await file('damaged.json', text)
    const { exitCode, out, error } = await run('--data', path, '--port', '0').ended()
    expect([exitCode, out]).toEqual([1, ''])
    expect(error).toMatch(
      /^clientele-emulator: The data file .*damaged\.json is damaged and was left as it is: [^\n]*\n$/,
    )
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  test('a place where no file can be is one line', async () => {
    const { exitCode, error } = await run(
      '--data',
      join(folder, 'no', 'such', 'place.json'),
      '--port',
      '0',
    ).ended()
    expect(exitCode).toBe(1)
    expect(error).toMatch(/^clientele-emulator: The data file .* cannot be written: [^\n]*\n$/)
  })
})

describe('scenario', () => {
  test('--list shows each in a line', async () => {
    const { exitCode, out } = await run('scenario', '--list').ended()
    expect(exitCode).toBe(0)
    expect(out.trim().split('\n')).toEqual(
      scenarios.map(({ name, summary }) =>
        expect.stringMatching(new RegExp(`^${name} +${summary.slice(0, 20)}`)),
      ),
    )
  })

  test('runs an emulator that has it', async () => {
    const { url, stop } = await serve('scenario', 'html-from-proxy')
    expect((await fetch(`${url}/v1/client`)).headers.get('content-type')).toMatch(/html/)
    expect(await stop()).toBe(0)
  })

  test('--url puts it into a running one, which forgets what it knew', async () => {
    const { url, emulator } = await open()
    emulator.users.create({ emailAddress: 'other@example.com' })
    expect((await run('scenario', 'locked-user', '--url', url).ended()).exitCode).toBe(0)
    expect(emulator.users.list()).toMatchObject([
      { emailAddress: jane.emailAddress, lockedUntil: expect.any(Number) },
    ])
  })

  test.each([
    [['nonsense'], /no scenario nonsense: take one of flaky-network/],
    [[], /--list/],
  ])('%j is exit code 2', async (names, message) => {
    const { exitCode, error } = await run('scenario', ...names).ended()
    expect(exitCode).toBe(2)
    expect(error).toMatch(message)
  })
})

describe('against a running emulator', () => {
  test('seed adds, and names lines; reset forgets', async () => {
    const { url, emulator } = await open()
    const path = await file('added.yaml', seedText)
    expect(await run('seed', path, '--url', url).ended()).toMatchObject({
      exitCode: 0,
      out: 'Added 1 users and 1 faults.\n',
    })
    const again = await run('seed', path, '--url', url).ended()
    expect(again.exitCode).toBe(1)
    expect(again.error).toMatch(/line 5: users\.0\.emailAddress: jane@example\.com belongs to/)
    expect(emulator.users.list()).toHaveLength(1)
    expect((await run('reset', '--url', url).ended()).exitCode).toBe(0)
    expect(emulator.users.list()).toEqual([])
  })

  test('inbox shows codes and links, and waits', async () => {
    const { url, emulator } = await open()
    emulator.users.create(jane)
    const waiting = run('inbox', '--wait', '--to', jane.emailAddress, '--url', url)
    const body = new URLSearchParams({ identifier: jane.emailAddress, strategy: 'email_code' })
    await emulator.fetch('/v1/client/sign_ins', { method: 'POST', body })
    const code = emulator.inbox.latest()?.code
    expect(await waiting.ended()).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(new RegExp(`^\\S+Z  jane@example.com  email_code  ${code}\n$`)),
    })
    const json = JSON.parse((await run('inbox', '--json', '--url', url).ended()).out)
    expect(json).toEqual([emulator.inbox.latest()])
  })

  test('none is one line and exit code 1, a wrong address 2', async () => {
    const { url, close } = await listen()
    await close()
    for (const command of [['reset'], ['inbox']]) {
      const { exitCode, error } = await run(...command, '--url', url).ended()
      expect(exitCode).toBe(1)
      expect(error).toMatch(/^clientele-emulator: No emulator answers at \S+: [^\n]*\n$/)
    }
    expect((await run('reset', '--url', 'nonsense').ended()).exitCode).toBe(2)
  })
})

describe('wait-for', () => {
  test('ends with 0 when the address answers, also one that begins to later', async () => {
    const { port, close } = await listen()
    await close()
    const url = `http://127.0.0.1:${port}`
    const waiting = run('wait-for', `${url}/health`, '--timeout', '20')
    opened.push(await listen({ port }))
    expect(await waiting.ended()).toMatchObject({ exitCode: 0, out: `${url}/health answers.\n` })
  })

  test.each([
    ['what refuses', /did not answer in time: status 404/, false],
    ['what is not there', /did not answer in time: .*ECONNREFUSED/, true],
  ])('ends with 1 for %s until the time is over', async (_, reason, isClosed) => {
    const { url, close } = await open()
    if (isClosed) await close()
    const waiting = run('wait-for', `${url}/v1/nowhere`, '--timeout', '0.2')
    expect(await waiting.ended()).toMatchObject({
      exitCode: 1,
      error: expect.stringMatching(reason),
    })
  })

  test.each([
    ['ftp://127.0.0.1/'],
    ['http://127.0.0.1/', 'http://127.0.0.1/'],
    ['--timeout', 'soon'],
    ['--timeout', '0'],
  ])('ends with 2 for %s %s', async (...given) => {
    expect((await run('wait-for', ...given).ended()).exitCode).toBe(2)
  })
})
