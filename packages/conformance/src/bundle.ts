import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Options } from 'tsup'

/** What a package costs who imports some of it: minified and without declarations. */
export interface Bundle {
  readonly text: string
  /** Bytes. */
  readonly gzip: number
  readonly imports: readonly string[]
}

const packages = join(import.meta.dirname, '../..')

/** How the modules of a package are built to be published; CommonJS is the second build. */
const published = async (name: string): Promise<Options> => {
  const { default: builds } = await import(join(packages, name, 'tsup.config.ts'))
  return builds[0]
}

/**
 * @param name of the package's folder.
 * @param used names that are imported of it; left out, the entry as it is published.
 * @param file of its sources that they are imported of.
 */
export const bundle = async (
  name: string,
  used?: readonly string[],
  file = 'index',
): Promise<Bundle> => {
  // Only here: most of those who import this package build nothing.
  const { build } = await import('tsup')
  const folder = await mkdtemp(join(tmpdir(), 'clientele-'))
  const source = join(packages, name, `src/${file}.ts`)
  const program = join(folder, 'index.ts')
  try {
    if (used) await writeFile(program, `export { ${used.join()} } from ${JSON.stringify(source)}`)
    await build({
      ...(await published(name)),
      entry: [used ? program : source],
      outDir: join(folder, 'dist'),
      tsconfig: join(packages, name, 'tsconfig.json'),
      config: false,
      dts: false,
      sourcemap: false,
      minify: true,
      silent: true,
      skipNodeModulesBundle: true, // as when it is published: none of it is a part of the package
    })
    const text = await readFile(join(folder, 'dist/index.js'), 'utf8')
    const imports = [...text.matchAll(/from"([^"]+)"/g)].map(([, module = '']) => module)
    return {
      text,
      gzip: gzipSync(text, { level: 9 }).length,
      imports: [...new Set(imports)].sort(),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
