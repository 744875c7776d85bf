// node ../../scripts/finish-commonjs.mjs, in a package that tsup and tsc have built: says that
// dist/cjs is CommonJS, and puts the declarations there too, where TypeScript reads them as
// declarations of CommonJS.
import { cp, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

const commonjs = 'dist/cjs'

/** Folders on the way, and declarations. */
const isDeclaration = (/** @type {string} */ path) =>
  path.endsWith('.d.ts') || !basename(path).includes('.')

for (const name of await readdir('dist')) {
  if (name === 'cjs' || !isDeclaration(name)) continue
  await cp(join('dist', name), join(commonjs, name), { recursive: true, filter: isDeclaration })
}
await writeFile(join(commonjs, 'package.json'), '{ "type": "commonjs" }\n')
