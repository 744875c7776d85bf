import { spawn } from 'node:child_process'
import { workspace } from './workspace.mjs'

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to the environment
 * @property {boolean} [quiet] keep the output back; it is in the result either way
 * @property {AbortSignal} [signal] ends the command, and every process that it started
 */

// `npx` is a batch file on Windows, which only a shell can start.
const needsShell = (/** @type {string} */ command) =>
  process.platform === 'win32' && command === 'npx'

/** A pipe is no terminal, so a command that writes to ours has to be told of the colours. */
const colours = (/** @type {boolean} */ quiet) =>
  !quiet && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}

/** @param {import('node:child_process').ChildProcess} child the first of its process group */
const end = child => {
  if (child.pid === undefined || child.exitCode !== null) return
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'])
  else process.kill(-child.pid, 'SIGTERM')
}

/**
 * Runs a command at the root of the workspace.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} a command that cannot be started has code
 * 127
 */
export const run = (command, args, { env = {}, quiet = false, signal } = {}) =>
  new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: workspace,
      env: { ...colours(quiet), ...process.env, ...env },
      shell: needsShell(command),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own can be ended as a whole: `npx` would leave behind what it runs.
      detached: signal !== undefined && process.platform !== 'win32',
    })
    signal?.addEventListener('abort', () => end(child), { once: true })
    let output = ''
    const keep = (
      /** @type {import('node:stream').Readable} */ from,
      /** @type {NodeJS.WriteStream} */ to,
    ) => {
      // As text, so that a letter of several bytes may fall between two chunks.
      from.setEncoding('utf8').on('data', chunk => {
        output += chunk
        if (!quiet) to.write(chunk)
      })
    }
    keep(child.stdout, process.stdout)
    keep(child.stderr, process.stderr)
    child.on('error', error => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', code => resolve({ code: code ?? 1, output }))
  })
