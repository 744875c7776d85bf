import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { pnpm } from '../../../scripts/support/pnpm.mjs'
import { type Name, names } from './names.ts'

const unpack = async (folder: string, name: Name) => {
  const target = join(folder, name)
  await mkdir(target)
  await promisify(execFile)('tar', ['xzf', `${target}.tgz`, '-C', target, '--strip-components=1'])
}

/**
 * Packs what was built as the release does: pnpm puts versions in the place of `workspace:`, and
 * its own export map.
 */
export const setup = async ({ provide }: TestProject) => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-packed-'))
  const filters = names.flatMap(name => ['--filter', `@clientele/${name}`])
  const { code, output } = await pnpm([...filters, 'pack', '--pack-destination', folder], {
    quiet: true,
  })
  if (code !== 0) throw new Error(`Nothing was packed:\n${output}`)
  for (const file of await readdir(folder)) {
    const name = names.find(each => file.startsWith(`clientele-${each}-`))
    if (name) await rename(join(folder, file), join(folder, `${name}.tgz`))
  }
  await Promise.all(names.map(name => unpack(folder, name)))
  provide('packed', folder)
  return () => rm(folder, { recursive: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with a tarball of each package, and a folder with what is in it. */
    readonly packed: string
  }
}
