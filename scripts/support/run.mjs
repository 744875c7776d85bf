import { spawn } from 'node:child_process'
import { workspace } from './workspace.mjs'

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to the environment
 * @property {boolean} [quiet] keep the output back; it is still in the result
 * @property {AbortSignal} [signal] ends the command, and every process that it started
 */

// `npx` is a batch file on Windows, which only a shell can start.
const needsShell = (/** @type {string} */ command) => process.platform === 'win32' && command === 'npx'

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
 * @returns {Promise<{ code: number, output: string }>} a command that cannot be started has code 127
 */
export const run = (command, args, { env = {}, quiet = false, signal } = {}) =>
  new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: workspace,
      env: { ...process.env, ...env },
      shell: needsShell(command),
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // A group of its own can be ended as a whole: `npx` would leave behind what it runs.
      detached: signal !== undefined && process.platform !== 'win32',
    })
    signal?.addEventListener('abort', () => end(child), { once: true })
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', error => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', code => resolve({ code: code ?? 1, output }))
  })
