import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

// Lowest first: a file imports from its own row or a lower one.
const rows: readonly RegExp[] = [
  /^(schema\/|records|state|ports|errors|explanation|base64url|is-object|guarded|strategies|factors|field-names|arguments)/,
  /^(time\/|normalize\/|selectors\/|initial-state|http\/(url|encode|publishable-key|retry-after))/,
  /^(http\/|tokens\/|request\/(queue|dedupe|decode|classify|foreign-client))/,
  /^store/,
  /^slices\//,
  /^(hooks|attempt-lives)/,
  /^kernel/,
  /^request\//,
  /^actions\//,
  /^(view|modules)\//,
  /^(clientele|rehearse)/,
  /^(attempt-form|when-loaded|server)/,
  /^(browser|native)/,
  /^clerk\//,
  /^(index|clerk|development)\.ts/,
]
const rowOf = (file: string) => rows.findIndex(row => row.test(file))

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: readFileSync(join(src, name), 'utf8') }))

/** Without comments, whose examples import as an application does. */
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

const importsOf = ({ name, text }: { name: string; text: string }) =>
  [...codeOf(text).matchAll(/from '([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? relative(src, join(src, dirname(name), target)) : target,
  )

describe('each file', () => {
  it.each(files)('$name stands in a row and imports from its own or a lower one', file => {
    expect(rowOf(file.name)).toBeGreaterThanOrEqual(0)
    for (const target of importsOf(file).filter(name => name.endsWith('.ts')))
      expect(rowOf(target), target).toBeLessThanOrEqual(rowOf(file.name))
  })

  it.each(files)('$name names browser globals only where they are at home', ({ name, text }) => {
    if (/^(modules|http\/modes)\//.test(name)) return
    expect(codeOf(text)).not.toMatch(
      /\b(document|window|BroadcastChannel|navigator|localStorage)\b/,
    )
  })

  it.each(files)('$name does nothing when imported', ({ name, text }) => {
    expect(text).not.toMatch(/^(let|var) /m)
    // It is the whole of `index.ts` by intention.
    if (name !== 'development.ts') expect(text).not.toMatch(/^export (default|\*)/m)
  })
})

it('only the allowed packages are imported', () => {
  const packages = new Set(files.flatMap(importsOf).filter(name => !name.endsWith('.ts')))
  expect([...packages].sort()).toEqual([
    'immer',
    'ofetch',
    'zod/v4/core',
    'zustand/middleware',
    'zustand/vanilla',
  ])
})

it('a module or an optional part never enters the core', () => {
  const optional = /^(modules\/|attempt-form|when-loaded|server)/
  const core = files.filter(
    ({ name }) => !optional.test(name) && !/^((browser|native)\.ts|clerk[./])/.test(name),
  )
  expect(core.flatMap(importsOf).filter(name => optional.test(name))).toEqual([])
})
