import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const guide = readdirSync(`${root}docs/guide`).map(name => `docs/guide/${name}`)
const pages = ['README.md', ...guide].map(path => readFileSync(`${root}${path}`, 'utf8'))
const shown = [
  ...new Set([...pages.join().matchAll(/screenshots\/[\w.-]+/g)].map(([path]) => `docs/${path}`)),
]

it('the README and the guide show every picture, light and dark, and none is large', () => {
  const taken = readdirSync(`${root}docs/screenshots`).map(name => `docs/screenshots/${name}`)
  expect([...shown].sort()).toEqual(taken.sort())
  for (const path of shown) {
    expect(shown).toContain(path.replace('-light', '-dark'))
    expect(statSync(`${root}${path}`).size, path).toBeLessThan(150_000)
  }
})
