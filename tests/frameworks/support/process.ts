import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** Where commands run, and with what. */
export interface Surroundings {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

// These are the test runner's: frameworks would build their development versions, and servers
// would not say that they listen.
const { NODE_ENV: _, TEST: __, ...inherited } = process.env

/** No framework tells anybody that it was used here. */
const quiet = {
  ASTRO_TELEMETRY_DISABLED: '1',
  EXPO_NO_TELEMETRY: '1',
  EXPO_OFFLINE: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  CI: 'true',
}

/** A command that was begun. */
export interface Running {
  readonly output: () => string
  /** Its exit code, once it has ended. */
  readonly closed: Promise<number | null>
  /** @throws Error with all that it said, when it ends or does not say that. */
  readonly says: (text: RegExp) => Promise<void>
  readonly end: () => Promise<unknown>
}

/** One that says nothing for this many ms does not start. */
const patience = 60_000

/** Begins a command, as somebody types it. */
const begin = (command: string, { folder, env }: Surroundings): Running => {
  const child = spawn(command, {
    cwd: folder,
    env: { ...inherited, ...quiet, ...env },
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which can be ended with all that it starts.
    detached: true,
  })
  let output = ''
  const heard: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      output += text
      for (const listener of heard) listener()
    })
  const closed = new Promise<number | null>(resolve => child.on('close', resolve))
  return {
    output: () => output,
    closed,
    says: async text => {
      const said = new Promise<true>(resolve => {
        const look = () => text.test(output) && resolve(true)
        heard.push(look)
        look()
      })
      const late = setTimeout(patience, undefined, { ref: false })
      if ((await Promise.race([said, closed, late])) !== true)
        throw new Error(`${command} does not say ${text}:\n${output}`)
    },
    end: () => {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      return closed
    },
  }
}

/** @throws Error with all that the command said, when it fails. */
export const finish = async (command: string, surroundings: Surroundings): Promise<void> => {
  const { closed, output } = begin(command, surroundings)
  if ((await closed) !== 0) throw new Error(`${command} failed:\n${output()}`)
}

/** @throws Error with all that the command said, when it fails. */
export const npm = (args: readonly string[], surroundings: Surroundings): Promise<void> =>
  finish(`npm ${args.join(' ')}`, surroundings)

/**
 * Begins a server, until it says that it listens.
 *
 * @returns its end.
 * @throws Error with all that it said, when it ends or does not listen.
 */
export const serve = async (
  surroundings: Surroundings,
  command = 'npm start',
): Promise<() => Promise<unknown>> => {
  const server = begin(command, surroundings)
  try {
    await server.says(/Ready in|listening on|-serve\] http/i)
  } catch (error) {
    void server.end()
    throw error
  }
  return server.end
}

/** Every question of npm is answered with yes. */
const yes = { npm_config_yes: 'true' }

/** @throws Error with all that the command said, when it fails. */
export const run = (command: string, folder: string): Promise<void> =>
  finish(command, { folder, env: yes })

/** Begins a command that does not end by itself. */
export const start = (command: string, folder: string): Running =>
  begin(command, { folder, env: yes })

/** One that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('none')),
      )
    })
  })
