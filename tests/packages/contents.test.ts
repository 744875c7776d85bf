import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { names } from './support/names.ts'
import { filesOf, folderOf, type Manifest, manifestOf, subpathsOf } from './support/published.ts'
import { workspace } from './support/workspace.ts'

/**
 * Shared parts have a hash for a name. A name of ours has neither digits nor capitals at its end.
 */
const withoutHash = (file: string) =>
  file.replace(/[^/]+-(?=[a-z_-]*[A-Z0-9])[\w-]{8}(?=\.(js|js\.map|d\.ts)$)/, '(shared parts)')

/** Conditions that stand before all others, since what they lead to is another thing. */
const firstOf = (name: string, subpath: string): readonly string[] => {
  // The same copy, with warnings in front.
  if (name === 'core' && subpath === '.') return ['development']
  // Nothing.
  return name === 'devtools' ? ['production'] : []
}

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
    const targets = Object.values(exports).flatMap(target =>
      typeof target === 'string'
        ? [target]
        : Object.values(target).flatMap(each =>
            typeof each === 'string' ? [each] : Object.values<string>(each),
          ),
    )
    for (const target of [...targets, ...Object.values(bin)])
      expect(filesOf(name)).toContain(target.replace('./', ''))
  })

  it('exports the same as in this workspace, without the sources', () => {
    const here: { exports: Record<string, string | Record<string, unknown>> } = JSON.parse(
      readFileSync(join(workspace, `packages/${name}/package.json`), 'utf8'),
    )
    const built = Object.entries(here.exports).map(([subpath, target]) => {
      if (typeof target === 'string') return [subpath, target]
      const { '@clientele/source': _, ...published } = target
      return [subpath, published]
    })
    expect(manifestOf(name).exports).toEqual(Object.fromEntries(built))
  })

  it('is found where export maps are not read, as each subpath is', () => {
    for (const subpath of subpathsOf(name)) {
      const target = manifestOf(name).exports[subpath === '' ? '.' : `./${subpath}`]
      if (typeof target !== 'object') throw new Error(`${subpath} has no conditions`)
      const folder = join(folderOf(name), subpath)
      const { main, module, types }: Manifest = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      )
      const found = [main, module, types].map(file => join(folder, file ?? ''))
      const { require, import: imported } = target
      const published = [require.default, imported.default, require.types]
      expect(found).toEqual(published.map(file => join(folderOf(name), file)))
    }
  })

  it('is one copy, however Node.js and bundlers ask for it', () => {
    // The emulator is made for each: that in CommonJS brings what is missing in jsdom.
    const conditions = name === 'emulator' ? ['module'] : ['module-sync', 'module']
    for (const [subpath, target] of Object.entries(manifestOf(name).exports)) {
      if (typeof target === 'string') continue
      const keys = [...firstOf(name, subpath), ...conditions, 'import', 'require', 'default']
      expect(Object.keys(target)).toEqual(keys)
      const module = target.import.default
      expect(target).toMatchObject({ module, default: module })
      if (name !== 'emulator') expect(target).toMatchObject({ 'module-sync': module })
    }
  })

  it('shares packages with an application: a range from the lowest version that is tested', () => {
    const caret = String.raw`\^\d+\.\d+\.\d+`
    const range = new RegExp(`^${caret}( \\|\\| ${caret})*$`)
    const { dependencies = {}, peerDependencies = {} } = manifestOf(name)
    for (const each of Object.values({ ...dependencies, ...peerDependencies }))
      expect(each).toMatch(range)
  })

  it('needs the core of its own version', () => {
    const { version, peerDependencies } = manifestOf(name)
    if (name === 'core') return
    expect(peerDependencies).toMatchObject({ '@clientele/core': `^${version}` })
  })

  it('says where its sources are, and where to report a fault', () => {
    const { repository, bugs, homepage, keywords } = manifestOf(name)
    const home = 'https://github.com/clientele-js/clientele'
    const directory = `packages/${name}`
    expect(repository).toEqual({ type: 'git', url: `git+${home}.git`, directory })
    expect(bugs).toBe(`${home}/issues`)
    expect(homepage).toBe(`${home}/tree/main/${directory}#readme`)
    expect(keywords).toContain('clerk')
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
