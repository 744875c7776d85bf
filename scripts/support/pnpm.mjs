import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { workspace } from './workspace.mjs'

const readJson = (/** @type {string} */ file) =>
  JSON.parse(readFileSync(join(workspace, file), 'utf8'))

/** `pnpm@x.y.z`, as `packageManager` pins it: named in one place only. */
const pinned = () => String(readJson('package.json').packageManager).replace(/\+.*/, '')

/** Installed with the other tools, so that only the first install needs `npx`. */
const installed = () => {
  const folder = join(workspace, 'node_modules/pnpm')
  if (!existsSync(join(folder, 'package.json'))) return undefined
  const { version } = readJson('node_modules/pnpm/package.json')
  return `pnpm@${version}` === pinned() ? join(folder, 'bin/pnpm.cjs') : undefined
}

/**
 * Runs the pinned pnpm, which nobody has to install.
 *
 * @param {readonly string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 */
export const pnpm = (args, options) => {
  const program = installed()
  return program
    ? run(process.execPath, [program, ...args], options)
    : run('npx', ['-y', pinned(), ...args], options)
}
