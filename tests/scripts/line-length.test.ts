import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packages = readdirSync(join(root, 'packages')).map(name => `packages/${name}/src`)

const isSource = (file: string) => /\.(ts|tsx|js|mjs|css|html)$/.test(file)

/** The formatter breaks code. Strings, templates and comments are for whoever writes them. */
it.each([...packages, 'scripts', 'examples/start'])(
  '%s has no line over 100 characters',
  folder => {
    const long = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .flatMap(file =>
        readFileSync(join(root, folder, file), 'utf8')
          .split('\n')
          .flatMap((line, index) => ([...line].length > 100 ? [`${file}:${index + 1}`] : [])),
      )
    expect(long).toEqual([])
  },
)
