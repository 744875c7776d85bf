import { type ChildProcess, spawn } from 'node:child_process'
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
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  CI: 'true',
}

const spawnIn = (
  command: string,
  args: readonly string[],
  { folder, env }: Surroundings,
  shell = false,
) => {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...inherited, ...quiet, ...env },
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, which can be ended with all that npm starts.
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
  return { child, closed, heard, output: () => output }
}

/** @throws Error with all that the command said, when it fails. */
export const npm = async (args: readonly string[], surroundings: Surroundings): Promise<void> => {
  const { closed, output } = spawnIn('npm', args, surroundings)
  if ((await closed) !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output()}`)
}

const end = ({ pid }: ChildProcess): void => {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}

/** A server that says nothing for this many ms does not start. */
const patience = 60_000

/**
 * `npm start`, until it says that it listens.
 *
 * @returns its end.
 * @throws Error with all that it said, when it ends or does not listen.
 */
export const serve = async (surroundings: Surroundings): Promise<() => Promise<unknown>> => {
  const { child, closed, heard, output } = spawnIn('npm', ['start'], surroundings)
  const listens = new Promise<true>(resolve =>
    heard.push(() => /Ready in|listening on|-serve\] http/i.test(output()) && resolve(true)),
  )
  const late = setTimeout(patience, undefined, { ref: false })
  if ((await Promise.race([listens, closed, late])) !== true) {
    if (child.exitCode === null) end(child)
    throw new Error(`npm start does not listen:\n${output()}`)
  }
  return () => {
    end(child)
    return closed
  }
}

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

/** A command that goes on. */
export interface Running {
  readonly output: () => string
  /** @throws Error with all that it said, when it ends or does not say that. */
  readonly says: (text: RegExp) => Promise<void>
  readonly end: () => Promise<unknown>
}

/** As somebody types it: every question of npm is answered with yes. */
const typed = (command: string, folder: string) =>
  spawnIn(command, [], { folder, env: { npm_config_yes: 'true' } }, true)

/** @throws Error with all that the command said, when it fails. */
export const run = async (command: string, folder: string): Promise<void> => {
  const { closed, output } = typed(command, folder)
  if ((await closed) !== 0) throw new Error(`${command} failed:\n${output()}`)
}

/** Begins a command that does not end by itself. */
export const start = (command: string, folder: string): Running => {
  const { child, closed, heard, output } = typed(command, folder)
  return {
    output,
    says: async text => {
      const said = new Promise<true>(resolve => {
        const look = () => text.test(output()) && resolve(true)
        heard.push(look)
        look()
      })
      const late = setTimeout(patience, undefined, { ref: false })
      if ((await Promise.race([said, closed, late])) !== true)
        throw new Error(`${command} does not say ${text}:\n${output()}`)
    },
    end: () => {
      if (child.exitCode === null) end(child)
      return closed
    },
  }
}
