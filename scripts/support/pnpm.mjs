import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { workspace } from './workspace.mjs'

/** `pnpm@x.y.z`, as `packageManager` pins it: named in one place only. */
const pinned = () => {
  const { packageManager } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'))
  return String(packageManager).replace(/\+.*/, '')
}

/**
 * Runs the pinned pnpm, which nobody has to install: `npx` comes with Node.js.
 *
 * @param {readonly string[]} args
 * @param {import('./run.mjs').RunOptions} [options]
 */
export const pnpm = (args, options) => run('npx', ['-y', pinned(), ...args], options)
