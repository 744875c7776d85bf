// node scripts/measure-sizes.mjs <file>: builds, and writes the bytes of each budget as JSON.
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { buildAll } from './support/build-all.mjs'
import { pnpm } from './support/pnpm.mjs'

const [given] = process.argv.slice(2)
if (!given) throw new TypeError('Say where the sizes go: node scripts/measure-sizes.mjs <file>')
const file = resolve(given)
await mkdir(dirname(file), { recursive: true })
await rm(file, { force: true })
await buildAll()
// A size over its budget is for the tests to complain of: here it is only to be known.
await pnpm(
  ['exec', 'vitest', 'run', '--root', 'tests/packages', '--project', 'packages', 'sizes'],
  { env: { SIZES_FILE: file } },
)
if (!existsSync(file)) throw new Error('Nothing was measured')
