// npm run version-packages: turns the changesets into versions and change logs.
//
// What is published needs the core of its own 0.x version, `workspace:^` in the manifests. For
// changesets a peer that leaves its range is a breaking change, so with that range every release
// would become a major one: it sees a wider range. From 1.0 on this is not needed any more.
import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { workspace } from './support/workspace.mjs'

const changesets = createRequire(import.meta.url).resolve('@changesets/cli/bin.js')
const published = '"@clientele/core": "workspace:^"'
const seen = '"@clientele/core": "workspace:<1.0.0"'

/** @param {string} root @param {string} before @param {string} after */
const replaceRanges = async (root, before, after) => {
  for (const name of await readdir(join(root, 'packages'))) {
    const file = join(root, 'packages', name, 'package.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace(before, after))
  }
}

/**
 * @param {string} root of the workspace
 * @returns {Promise<number | null>} the exit code of changesets
 */
const versionPackages = async root => {
  await replaceRanges(root, published, seen)
  try {
    return await new Promise(resolve => {
      spawn(process.execPath, [changesets, 'version'], { cwd: root, stdio: 'inherit' }).on(
        'close',
        resolve,
      )
    })
  } finally {
    await replaceRanges(root, seen, published)
  }
}

process.exitCode = (await versionPackages(process.argv[2] ?? workspace)) ?? 1
