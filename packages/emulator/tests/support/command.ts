import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

// Built as it is published, beside the dependencies and not in dist, which may be older or absent.
const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url))
const built = fileURLToPath(new URL('../../node_modules/.bin-under-test/', import.meta.url))
const command = join(built, 'bin.js')

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

/** Runs the command. */
export const run = (...parameters: string[]) => {
  const child = spawn(process.execPath, [command, ...parameters], { stdio: 'pipe' })
  const output = { out: '', error: '' }
  child.stdout.on('data', chunk => {
    output.out += chunk
  })
  child.stderr.on('data', chunk => {
    output.error += chunk
  })
  const exit = new Promise<number | null>(resolve => child.once('close', resolve))
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output.out)
        if (found) resolve(found)
      }
      child.stdout.on('data', look)
      look()
      child.once('exit', () => reject(new Error(output.error)))
    })
  /** What it wrote until it ended, and its exit code. */
  const ended = async () => ({ exitCode: await exit, ...output })
  return { child, output, exit, says, ended }
}
