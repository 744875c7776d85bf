import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundle, bundleByVite } from './support/bundle.ts'
import { folderOf } from './support/published.ts'
import { workspace } from './support/workspace.ts'

it.each([
  ['esbuild', bundle],
  ['Vite', bundleByVite],
])('%s keeps what has the functions of a start compiled with the script', async (_, make) => {
  const { text } = await make("export { createClientele } from '@clientele/core'")
  const early = text.match(/\((\w+|\([^()]*\))=>/g)?.length ?? 0
  // Most of what has none are functions of dependencies, and asynchronous ones.
  expect(early).toBeGreaterThan((text.match(/=>/g)?.length ?? Number.NaN) * 0.6)
})

it('source maps lead to the sources as they are written', () => {
  const dist = join(folderOf('core'), 'dist')
  const maps = readdirSync(dist).filter(file => /^chunk.*\.js\.map$/.test(file))
  expect(maps).not.toHaveLength(0)
  for (const file of maps) {
    const { sources, sourcesContent } = JSON.parse(readFileSync(join(dist, file), 'utf8'))
    const written = sources.map((source: string) =>
      readFileSync(join(workspace, 'packages/core/dist', source), 'utf8'),
    )
    expect(sourcesContent).toEqual(written)
  }
})
