import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm } from './process.ts'

/** The lockfile without the sums of our own tarballs, which are others after each change. */
const unlockOwn = async (folder: string) => {
  const file = join(folder, 'package-lock.json')
  const lock = JSON.parse(await readFile(file, 'utf8'))
  for (const entry of Object.values<{ resolved?: string; integrity?: string }>(lock.packages))
    if (entry.resolved?.startsWith('file:')) delete entry.integrity
  await writeFile(file, JSON.stringify(lock))
}

const install = async (folder: string) => {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  // What npm keeps of a registry may be older than the lockfile: then it asks.
  await npm([...args, '--prefer-offline'], { folder, env: {} }).catch(() =>
    npm(args, { folder, env: {} }),
  )
}

/**
 * A copy of an example, installed with the packages as they are published.
 *
 * @param example the name of its folder
 * @param packed the folder with a tarball of each package
 */
export const installedFrom = async (example: string, packed: string) => {
  const root = await mkdtemp(join(tmpdir(), 'clientele-framework-'))
  const folder = join(root, example)
  const source = join(import.meta.dirname, '../../../examples/frameworks', example)
  // Nothing that was built there by hand.
  const filter = (path: string) => !/\/(node_modules|build|dist|\.[\w-]+)$/.test(path)
  await cp(source, folder, { recursive: true, filter })
  await symlink(packed, join(root, 'packed'))
  await unlockOwn(folder)
  await install(folder)
  return { folder, remove: () => rm(root, { recursive: true, force: true }) }
}
