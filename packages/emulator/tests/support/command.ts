import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { runCommand } from '../../src/node/cli/run-command.ts'

type Output = Record<'out' | 'error', string>

/** Resolves once what was written fits. */
const createSays = (output: Output, written: EventEmitter) => (pattern: RegExp) =>
  new Promise<RegExpExecArray>((resolve, reject) => {
    const look = () => {
      const found = pattern.exec(output.out)
      if (found) resolve(found)
    }
    written.on('text', look)
    written.once('end', () => reject(new Error(output.error)))
    look()
  })

/** A command that runs, here or in a process of its own. */
export interface Running {
  readonly output: Readonly<Output>
  /** Its exit code. */
  readonly exit: Promise<number | null>
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>
  /** What it wrote until it ended, and its exit code. */
  readonly ended: () => Promise<Output & { readonly exitCode: number | null }>
  readonly signal: (name: NodeJS.Signals) => void
}

const running = (
  output: Output,
  written: EventEmitter,
  exit: Promise<number | null>,
  signal: Running['signal'],
): Running => {
  void exit.then(() => written.emit('end'))
  const ended = async () => ({ exitCode: await exit, ...output })
  return { output, exit, says: createSays(output, written), ended, signal }
}

/** Runs the command in this process. */
export const run = (...parameters: string[]): Running => {
  const output = { out: '', error: '' }
  const [written, signals] = [new EventEmitter(), new EventEmitter()]
  const write = (stream: keyof Output) => (text: string) => {
    output[stream] += text
    written.emit('text')
  }
  const exit = runCommand(parameters, {
    out: write('out'),
    error: write('error'),
    stopped: async () => void (await once(signals, 'stop')),
  })
  return running(output, written, exit, () => signals.emit('stop'))
}

// Built as it is published, beside the dependencies and not in dist, which may be older or absent.
const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url))
const built = fileURLToPath(new URL('../../node_modules/.bin-under-test', import.meta.url))

/** Builds the command; one test file does, for all share the place. */
export const buildCommand = () =>
  build({
    config: false,
    silent: true,
    entry: [bin],
    outDir: built,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    skipNodeModulesBundle: true, // as when it is published
  })

/** Runs the command in a process of its own. */
export const spawnCommand = (...parameters: string[]): Running => {
  const child = spawn(process.execPath, [join(built, 'bin.js'), ...parameters], { stdio: 'pipe' })
  const output = { out: '', error: '' }
  const written = new EventEmitter()
  for (const [stream, name] of [
    [child.stdout, 'out'],
    [child.stderr, 'error'],
  ] as const)
    stream.on('data', chunk => {
      output[name] += chunk
      written.emit('text')
    })
  const exit = once(child, 'close').then(([code]): number | null => code)
  return running(output, written, exit, name => child.kill(name))
}
