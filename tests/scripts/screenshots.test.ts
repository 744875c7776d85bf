import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(`${root}README.md`, 'utf8')
const shown = [...readme.matchAll(/docs\/screenshots\/[\w.-]+/g)].map(([path]) => path)

it('the README shows every picture there is, light and dark, and none is large', () => {
  const taken = readdirSync(`${root}docs/screenshots`).map(name => `docs/screenshots/${name}`)
  expect([...shown].sort()).toEqual(taken.sort())
  for (const path of shown) {
    expect(shown).toContain(path.replace('-light', '-dark'))
    expect(statSync(`${root}${path}`).size, path).toBeLessThan(150_000)
  }
})
