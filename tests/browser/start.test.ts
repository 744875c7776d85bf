import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { people } from '../../examples/start/people.mjs'
import { newProfile, openBrowser } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { matrix } from './harness/sets.ts'
import { inWorkspace } from './harness/workspace.ts'

/** `npm start`, as it runs in a terminal: a process group of its own. */
interface Started {
  readonly child: ChildProcess
  /** What it printed so far. */
  readonly output: () => string
  /** The addresses that it announced, by name. */
  readonly addresses: () => Readonly<Record<string, string>>
}

const groups: number[] = []

const groupIsAlive = (pid: number): boolean => {
  try {
    process.kill(-pid, 0)
    return true
  } catch {
    return false
  }
}

// Also after a failure nothing may stay behind.
afterEach(() => {
  for (const pid of groups.splice(0)) if (groupIsAlive(pid)) process.kill(-pid, 'SIGKILL')
})

const start = async (command: string, args: readonly string[], options = ''): Promise<Started> => {
  const build = existsSync(inWorkspace('packages/emulator/dist/node.js')) ? '--no-build' : ''
  const { NODE_ENV: _, VITEST: __, ...environment } = process.env
  const env = { ...environment, CLIENTELE_START: `--no-install ${build} ${options}` }
  const child = spawn(command, args, { cwd: inWorkspace(''), env, detached: true })
  if (child.pid !== undefined) groups.push(child.pid)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk))
  await expect.poll(() => output, { timeout: 60_000, interval: 100 }).toContain('Ctrl-C')
  return {
    child,
    output: () => output,
    addresses: () =>
      Object.fromEntries(
        [...output.matchAll(/^ {2}(\w+) +(http:\S+)$/gm)].map(([, name = '', url = '']) => [
          name,
          url,
        ]),
      ),
  }
}

/** Sends a signal to the whole group, as a terminal does, or to the first process of it. */
const stop = async ({ child }: Started, signal: NodeJS.Signals, target: 'group' | 'first') => {
  const closed = once(child, 'close')
  if (target === 'group') process.kill(-(child.pid ?? 0), signal)
  else child.kill(signal)
  const [code] = await closed
  await expect.poll(() => groupIsAlive(child.pid ?? 0)).toBe(false)
  return code
}

const listenAnywhere = (): Promise<Server> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
  })

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

/**
 * Everybody of the start page who has a password has that one, and nobody is there who is not on
 * it.
 */
const signInAsEach = async (emulator: string, page: string) => {
  for (const { identifier, password } of people) {
    expect(page).toContain(identifier)
    if (password === undefined) continue
    const body = new URLSearchParams({ strategy: 'password', identifier, password })
    const answer = await fetch(`${emulator}/v1/client/sign_ins`, { method: 'POST', body })
    const { response, errors } = await answer.json()
    expect(response?.status ?? errors?.[0]?.code, identifier).toMatch(
      /^(complete|needs_second_factor|user_locked)$/,
    )
  }
}

/** What a page is recognized by that does not begin with a sign-in. */
const landings: Readonly<Record<string, string>> = {
  Dashboard: 'Sessions',
  'Source of Vue': 'Source of vue',
}

/** The start page says nothing to the console, and its links lead to pages that work. */
const followEach = async (start: string, links: readonly string[]) => {
  const browser = await openBrowser()
  try {
    const page = await (await newProfile(browser)).newPage()
    const complaints = await listenForComplaints(page)
    for (const name of links) {
      await page.goto(start)
      // Development servers and versions greet.
      expect(complaints.filter(text => !/^console (debug|info)/.test(text))).toEqual([])
      await page.getByRole('link', { name, exact: true }).click()
      await page.getByRole('heading', { name: landings[name] ?? 'Sign in', exact: true }).waitFor()
    }
  } finally {
    await browser.close()
  }
}

describe('npm start', matrix, () => {
  it('prints addresses that answer, and leaves nothing behind on Ctrl-C', async () => {
    const started = await start('npm', ['start'])
    const { Start = '', Emulator, ...examples } = started.addresses()
    expect(Object.keys(examples)).toEqual(['React', 'Vue', 'Vanilla', 'Playground'])
    expect(started.output()).toMatch(/Key +pk_test_\w+/)
    const key = started.output().match(/pk_test_\w+/)?.[0] ?? ''
    for (const url of Object.values(examples)) {
      const page = await (await fetch(url)).text()
      const script = page.match(/src="(\/src\/[^"]+)"/)?.[1] ?? ''
      expect(script).not.toBe('')
      expect(await answers(new URL(script, url).href)).toBe(true)
    }
    const environment = await fetch(new URL('src/main.ts', examples.Vanilla))
    expect(await environment.text()).toContain(key)
    expect(await answers(`${Emulator}/v1/client`)).toBe(true)
    const page = await (await fetch(Start)).text()
    for (const url of [...Object.values(examples), Emulator])
      expect(page).toContain(`href="${url}"`)
    expect(page).toContain(key)
    await signInAsEach(Emulator ?? '', page)
    const links = ['Open the React example', 'React', 'Vue', 'No framework', 'Playground']
    await followEach(Start, [...links, 'Source of Vue', 'Dashboard'])
    const api = await fetch(new URL('api/me', examples.React))
    expect(api.status).toBe(401)

    expect(await stop(started, 'SIGINT', 'group')).toBe(0)
  })

  it('stops when only npm is told to', async () => {
    expect(await stop(await start('npm', ['start']), 'SIGTERM', 'first')).toBe(0)
  })

  it('takes the next free port when one is busy, and stops on SIGTERM', async () => {
    const busy = [await listenAnywhere(), await listenAnywhere()]
    const [emulatorPort = 0, examplesPort = 0] = busy.map(portOf)
    try {
      const options = `--emulator-port ${emulatorPort} --examples-port ${examplesPort}`
      const started = await start(process.execPath, ['scripts/start.mjs'], options)
      const { Start: _, Emulator = '', ...examples } = started.addresses()
      expect(Number(new URL(Emulator).port)).toBeGreaterThan(emulatorPort)
      const ports = Object.values(examples).map(url => Number(new URL(url).port))
      expect(Math.min(...ports)).toBeGreaterThan(examplesPort)
      expect(new Set(ports).size).toBe(ports.length)
      for (const url of Object.values(examples)) expect(await answers(url)).toBe(true)
      expect(await stop(started, 'SIGTERM', 'first')).toBe(0)
    } finally {
      for (const server of busy) server.close()
    }
  })
})
