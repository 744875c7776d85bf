import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { finish } from '../../frameworks/support/process.ts'
import { placeholderKey } from './static-server.ts'

const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
)

/** Next.js writes into the folder of the application, and reads keys when it is served. */
const buildNext = async (root: string): Promise<string> => {
  await finish('npx next build', { folder: root, env: {} })
  return root
}

/**
 * Builds a Vite application, or one of Next.js, the way its users do: in a process of its own, for production. The key
 * is put in by the server that serves it, so that one build does for every emulator.
 *
 * @param root the folder with its `index.html`, or its `next.config.ts`
 * @param folder where to put what was built
 * @returns that folder
 */
export const build = async (root: string, folder: string): Promise<string> => {
  if (existsSync(join(root, 'next.config.ts'))) return buildNext(root)
  const args = [vite, 'build', root, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  // The test runner says NODE_ENV=test, and frameworks would build their development versions.
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    VITE_CLERK_PUBLISHABLE_KEY: placeholderKey,
  }
  await promisify(execFile)(process.execPath, args, { cwd: root, env })
  return folder
}
