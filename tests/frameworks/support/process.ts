import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** Where commands run, and with what. */
export interface Surroundings {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

// NODE_ENV is the test runner's, and frameworks would build their development versions.
const { NODE_ENV: _, ...inherited } = process.env

/** No framework tells anybody that it was used here. */
const quiet = {
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  CI: 'true',
}

const start = (args: readonly string[], { folder, env }: Surroundings) => {
  const child = spawn('npm', args, {
    cwd: folder,
    env: { ...inherited, ...quiet, ...env },
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
  const { closed, output } = start(args, surroundings)
  if ((await closed) !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output()}`)
}

const end = ({ pid }: ChildProcess): void => {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}

/**
 * `npm start`, until it says that it listens.
 *
 * @returns its end.
 */
export const serve = async (surroundings: Surroundings): Promise<() => Promise<unknown>> => {
  const { child, closed, heard, output } = start(['start'], surroundings)
  const listens = new Promise<true>(resolve =>
    heard.push(() => /Ready in|listening on|-serve\] http/i.test(output()) && resolve(true)),
  )
  if ((await Promise.race([listens, closed])) !== true)
    throw new Error(`npm start ended:\n${output()}`)
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
