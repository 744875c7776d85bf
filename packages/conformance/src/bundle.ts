import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A package's entry as it is published, but minified and without declarations. */
export interface Bundle {
  readonly text: string
  /** Bytes. */
  readonly gzip: number
  readonly imports: readonly string[]
}

const packages = join(import.meta.dirname, '../..')

/** @param name of the package's folder. */
export const bundle = (name: string): Bundle => {
  const out = mkdtempSync(join(tmpdir(), 'clientele-'))
  try {
    const flags = ['--no-dts', '--no-sourcemap', '--minify', '--silent', '--out-dir', out]
    execFileSync(join(packages, '../node_modules/.bin/tsup'), flags, { cwd: join(packages, name), stdio: 'pipe' })
    const text = readFileSync(join(out, 'index.js'), 'utf8')
    const imports = [...text.matchAll(/from"([^"]+)"/g)].map(([, module = '']) => module)
    return { text, gzip: gzipSync(text, { level: 9 }).length, imports: [...new Set(imports)].sort() }
  } finally {
    rmSync(out, { recursive: true })
  }
}
