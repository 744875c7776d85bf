import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { names } from './support/names.ts'
import { filesOf, folderOf, manifestOf } from './support/published.ts'
import { workspace } from './support/workspace.ts'

/**
 * Shared parts have a hash for a name. A name of ours has neither digits nor capitals at its end.
 */
const withoutHash = (file: string) =>
  file.replace(/[^/]+-(?=[a-z_-]*[A-Z0-9])[\w-]{8}(?=\.(js|js\.map|d\.ts)$)/, '(shared parts)')

describe.each(names)('the tarball of %s', name => {
  it('holds what etc/files.txt lists', async () => {
    const files = [...new Set(filesOf(name).map(withoutHash))]
    await expect(`${files.join('\n')}\n`).toMatchFileSnapshot(
      join(workspace, `packages/${name}/etc/files.txt`),
    )
  })

  it('has a README and the license', () => {
    expect(filesOf(name)).toEqual(expect.arrayContaining(['LICENSE', 'README.md']))
  })

  it('holds each file that its manifest leads to, and no way to one that it does not hold', () => {
    const { exports, bin = {} } = manifestOf(name)
    const targets = [...Object.values(exports), ...Object.values(bin)]
    for (const target of targets) expect(filesOf(name)).toContain(String(target).replace('./', ''))
    for (const [subpath, target] of Object.entries(exports)) {
      const types = String(target).replace(/\.js$/, '.d.ts').replace('./', '')
      if (subpath !== './package.json') expect(filesOf(name)).toContain(types)
    }
  })

  it('exports the same as in this workspace', () => {
    const here = JSON.parse(readFileSync(join(workspace, `packages/${name}/package.json`), 'utf8'))
    const built = Object.entries<string | { default: string }>(here.exports).map(
      ([subpath, target]) => [subpath, typeof target === 'string' ? target : target.default],
    )
    expect(manifestOf(name).exports).toEqual(Object.fromEntries(built))
  })

  it('needs published packages in exact versions, and this core up to the next major one', () => {
    const { dependencies = {}, peerDependencies = {} } = manifestOf(name)
    for (const range of Object.values(dependencies)) expect(range).toMatch(/^\d+\.\d+\.\d+$/)
    for (const range of Object.values(peerDependencies))
      expect(range).toMatch(/^(>=\d+(\.\d+)?|<\d+\.0\.0)$/)
  })

  it('names no folder of the machine that built it', () => {
    for (const file of filesOf(name).filter(each => each !== 'LICENSE')) {
      const text = readFileSync(join(folderOf(name), file), 'utf8')
      expect(text.includes(workspace), file).toBe(false)
    }
  })

  it('has source maps that bring their sources along', () => {
    for (const file of filesOf(name).filter(each => each.endsWith('.map'))) {
      const { sources, sourcesContent } = JSON.parse(
        readFileSync(join(folderOf(name), file), 'utf8'),
      )
      expect(sourcesContent, file).toHaveLength(sources.length)
      for (const content of sourcesContent) expect(content).toEqual(expect.any(String))
    }
  })
})
