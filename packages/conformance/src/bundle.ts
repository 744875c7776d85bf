import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a package costs who imports some of it: minified and without declarations. */
export interface Bundle {
  readonly text: string
  /** Bytes. */
  readonly gzip: number
  readonly imports: readonly string[]
}

const packages = join(import.meta.dirname, '../..')

/**
 * @param name of the package's folder.
 * @param used names that are imported of it; left out, the entry as it is published.
 * @param file of its sources that they are imported of.
 */
export const bundle = (name: string, used?: readonly string[], file = 'index'): Bundle => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-'))
  const out = join(folder, 'dist')
  try {
    const flags = ['--no-dts', '--no-sourcemap', '--minify', '--silent', '--out-dir', out]
    if (used) {
      const entry = join(folder, 'index.ts')
      writeFileSync(
        entry,
        `export { ${used.join()} } from ${JSON.stringify(join(packages, name, `src/${file}.ts`))}`,
      )
      flags.push(entry)
    }
    execFileSync(join(packages, '../node_modules/.bin/tsup'), flags, {
      cwd: join(packages, name),
      stdio: 'pipe',
    })
    const text = readFileSync(join(out, 'index.js'), 'utf8')
    const imports = [...text.matchAll(/from"([^"]+)"/g)].map(([, module = '']) => module)
    return {
      text,
      gzip: gzipSync(text, { level: 9 }).length,
      imports: [...new Set(imports)].sort(),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
