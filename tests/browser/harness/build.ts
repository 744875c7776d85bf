import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
)

/** What `vite build` made, in a folder of its own. */
export interface Built {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/**
 * Builds a Vite application the way its users do: in a process of its own, for production.
 *
 * @param root the folder with its `index.html`
 * @param env variables that the application reads
 */
export const build = async (
  root: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Built> => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-built-'))
  const args = [vite, 'build', root, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  // The test runner says NODE_ENV=test, and frameworks would build their development versions.
  const environment = { ...process.env, NODE_ENV: 'production', ...env }
  await promisify(execFile)(process.execPath, args, { cwd: root, env: environment })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
