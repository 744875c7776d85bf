// node ../../scripts/subpath-folders.mjs [--remove], in a package that is about to be packed: for
// each subpath a folder with a manifest, for what does not read export maps (Parcel, TypeScript
// with `moduleResolution: node10`). With --remove they go again.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const { exports } = JSON.parse(await readFile('package.json', 'utf8'))
const removes = process.argv.includes('--remove')

for (const [subpath, target] of Object.entries(exports)) {
  if (subpath === '.' || typeof target === 'string') continue
  if (removes) {
    await rm(subpath, { recursive: true })
    continue
  }
  const from = (/** @type {string} */ file) => relative(subpath, file).replaceAll('\\', '/')
  const manifest = {
    main: from(target.require.default),
    module: from(target.import.default),
    types: from(target.require.types),
    sideEffects: false,
  }
  await mkdir(subpath)
  await writeFile(join(subpath, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
