import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundle } from './support/bundle.ts'
import { folderOf, specifier, subpathsOf } from './support/published.ts'
import { workspace } from './support/workspace.ts'

const { exports } = JSON.parse(readFileSync(join(workspace, 'packages/core/package.json'), 'utf8'))

/** Source files that are entries of the core, by subpath. */
const entries = new Map(
  Object.entries<Record<string, string>>(exports)
    .filter(([subpath]) => subpath !== './package.json')
    .map(([subpath, targets]) => [
      subpath.slice(2),
      `${targets['@clientele/source']}`.replace('./src/', ''),
    ]),
)

const optional = /^(modules\/|attempt-form|browser|native|server|when-loaded)/

const ofCore = (file: string) => /packages\/core\/src\/(.+)$/.exec(file)?.[1]

/** Files of the core's sources of which something is in a program. */
const partsOf = async (code: string): Promise<readonly string[]> =>
  (await bundle(code, { conditions: ['@clientele/source'] })).files.flatMap(
    file => ofCore(file) ?? [],
  )

/** Files of the core's sources that are loaded with an entry where nothing is bundled. */
const loadedWith = (entry: string): readonly string[] => {
  const dist = join(folderOf('core'), 'dist')
  const seen = new Set<string>()
  const parts = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(join(dist, file), 'utf8')
    for (const [, target = ''] of text.matchAll(/(?:from|import) "(\.\.?\/[^"]+)"/g))
      visit(join(dirname(file), target))
    if (!existsSync(join(dist, `${file}.map`))) return
    const { sources } = JSON.parse(readFileSync(join(dist, `${file}.map`), 'utf8'))
    for (const source of sources) parts.add(source.replace(/^(\.\.\/)+src\//, ''))
  }
  visit(`${entries.get(entry)}`.replace('.ts', '.js'))
  return [...parts]
}

/** An entry is its file, and the folder of that name where there is one. */
const isOf = (subpath: string, file: string) => {
  const entry = `${entries.get(subpath)}`
  return file === entry || file.startsWith(entry.replace('.ts', '/'))
}

/** Subpaths of which something is among the files, other than those that are allowed to. */
const strangers = (files: readonly string[], allowed: readonly string[]) =>
  [...entries.keys()].filter(
    subpath => !allowed.includes(subpath) && files.some(file => isOf(subpath, file)),
  )

/** What an entry is made of by intention. */
const allowed: Record<string, readonly string[]> = {
  browser: ['tabs', 'locks', 'pin', 'refresh', 'revalidate', 'cookies'],
  native: ['native-page', 'persist', 'refresh', 'revalidate'],
  clerk: [
    '',
    'account',
    'authorization',
    'browser',
    'cookies',
    'email-link',
    'locks',
    'passkeys',
    'pin',
    'redirect-callback',
    'refresh',
    'revalidate',
    'tabs',
    'when-loaded',
  ],
}

it('nothing optional is in the core’s own entry', async () => {
  const subpath = ''
  const bundled = await partsOf(`export * from '${specifier('core', subpath)}'`)
  expect(bundled).toContain('clientele.ts')
  expect(bundled.filter(file => optional.test(file))).toEqual([])
  const loaded = loadedWith(subpath)
  expect(loaded).toContain('clientele.ts')
  expect(loaded.filter(file => optional.test(file))).toEqual([])
})

describe.each([...entries.keys()].filter(subpath => subpath !== ''))('the subpath %s', subpath => {
  const mine = [subpath, ...(allowed[subpath] ?? [])]

  it('brings no other one along', async () => {
    const files = await partsOf(`export * from '${specifier('core', subpath)}'`)
    expect(files.some(file => isOf(subpath, file))).toBe(true)
    expect(strangers(files, mine)).toEqual([])
  })

  it('loads no other one where nothing is bundled', () => {
    const files = loadedWith(subpath)
    expect(files.some(file => isOf(subpath, file))).toBe(true)
    expect(strangers(files, mine)).toEqual([])
  })

  it('brings no core along', async () => {
    // These two make a store; a page takes the other part of `server` alone.
    if (subpath === 'clerk') return
    const names = subpath === 'server' ? '{ serializeForScript }' : '*'
    expect(await partsOf(`export ${names} from '${specifier('core', subpath)}'`)).not.toContain(
      'clientele.ts',
    )
  })

  it('needs no package that the core does not need', async () => {
    if (subpath === 'auth-fetch') return // it gives an instance of ofetch
    const own = await bundle(`export * from '@clientele/core'`)
    const packages = (files: readonly string[]) =>
      new Set(files.flatMap(file => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []))
    const mine = await bundle(`export * from '${specifier('core', subpath)}'`)
    expect([...packages(own.files)]).toEqual(expect.arrayContaining([...packages(mine.files)]))
  })
})

it('each subpath that is published has a source', () => {
  expect(subpathsOf('core')).toEqual([...entries.keys()])
})

it.each(['react', 'vue'] as const)(
  'the first hook of %s brings no form and no other subpath along',
  async name => {
    const provider = name === 'react' ? 'ClienteleProvider' : 'createClientelePlugin'
    const code = `export { ${provider}, useClient, useClienteleStore } from '@clientele/${name}'`
    expect((await partsOf(code)).filter(file => optional.test(file))).toEqual([])
  },
)
