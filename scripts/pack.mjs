// node scripts/pack.mjs <folder>: builds, puts a tarball of each package that is published into the
// folder, and prints the version that they have.
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { buildAll, quietly } from './support/build-all.mjs'
import { workspace } from './support/workspace.mjs'

const names = ['core', 'react', 'vue', 'devtools', 'emulator']

const readVersion = async (/** @type {string} */ name) => {
  const text = await readFile(join(workspace, 'packages', name, 'package.json'), 'utf8')
  return String(JSON.parse(text).version)
}

const [folder] = process.argv.slice(2)
if (!folder) throw new TypeError('Say where the tarballs go: node scripts/pack.mjs <folder>')
// A version is published once, so its change log has to be complete.
const waiting = (await readdir(join(workspace, '.changeset'))).filter(file => file.endsWith('.md'))
if (waiting.length > 0)
  throw new Error(`Run npm run version-packages first, for ${waiting.join(', ')}`)
const [version, ...others] = new Set(await Promise.all(names.map(readVersion)))
if (others.length > 0) throw new Error('The packages have to have one version')
await buildAll()
const filters = names.flatMap(name => ['--filter', `@clientele/${name}`])
await quietly([...filters, 'pack', '--pack-destination', resolve(folder)])
console.log(version)
