import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Budget, budgets } from './support/budgets.ts'
import { bundle, bundleByVite } from './support/bundle.ts'
import { specifier, subpathsOf } from './support/published.ts'
import { workspace } from './support/workspace.ts'

/** Bytes of the emulator’s page, compressed by gzip: Preact and its style are in them. */
const dashboardLimit = 25_000

/** Bytes by the bundler that makes more of it. */
const measured = new Map<string, number>()

/** A program is measured once: most are on top of the same one. */
const known = new Map<string, { readonly esbuild: number; readonly vite: number }>()

const measure = async (code: string) => {
  const sizes = known.get(code) ?? {
    esbuild: (await bundle(code)).gzip,
    vite: (await bundleByVite(code)).gzip,
  }
  known.set(code, sizes)
  return sizes
}

const cost = async ({ code, base }: Budget): Promise<number> => {
  const [all, without] = [await measure(code), base ? await measure(base) : { esbuild: 0, vite: 0 }]
  return Math.max(all.esbuild - without.esbuild, all.vite - without.vite)
}

beforeAll(async () => {
  for (const budget of budgets) measured.set(budget.name, await cost(budget))
  // For scripts/measure-sizes.mjs.
  const { SIZES_FILE } = process.env
  if (SIZES_FILE) writeFileSync(SIZES_FILE, JSON.stringify(Object.fromEntries(measured), null, 2))
})

describe('the size', () => {
  it.each(budgets)('of $name is at most $limit bytes, and not far below', ({ name, limit }) => {
    const bytes = measured.get(name) ?? Number.NaN
    expect(bytes).toBeLessThanOrEqual(limit)
    // A budget that is generous guards nothing.
    expect(bytes).toBeGreaterThan(limit * 0.95 - 40)
  })

  it(`of the dashboard’s one script is at most ${dashboardLimit} bytes, and not far below`, async () => {
    const { script } = await import('../../packages/emulator/dashboard/built.js')
    const bytes = gzipSync(script).length
    expect(bytes).toBeLessThanOrEqual(dashboardLimit)
    expect(bytes).toBeGreaterThan(dashboardLimit * 0.95)
  })

  it('of every entry of the core has a budget', () => {
    const names = budgets.map(({ name }) => name)
    for (const subpath of subpathsOf('core')) expect(names).toContain(specifier('core', subpath))
  })

  it('is the same whether a program is made of what is published or of the sources', async () => {
    for (const { code } of budgets) {
      const [published, sources] = [
        await measure(code),
        await bundle(code, { conditions: ['@clientele/source'] }),
      ]
      // Parentheses around functions are a hundredth, which sources do not have.
      expect(published.esbuild, code).toBeLessThan(sources.gzip * 1.02 + 60)
    }
  })
})

// The figures of the README at the root are checked where they are compared with those of others.
it.each(['react', 'vue'])('the README of %s is right about the least that one uses', name => {
  const readme = readFileSync(join(workspace, `packages/${name}/README.md`), 'utf8')
  const [, kilobytes] = /under (\d\.\d) kB/.exec(readme) ?? []
  const least = budgets.find(budget => budget.name.startsWith(`@clientele/${name} `))
  expect(measured.get(least?.name ?? '')).toBeLessThan(Number(kilobytes) * 1000)
})

it('a part of the core costs at most 1.2 kB, but for presets, forms, account and what brings ofetch', () => {
  const large = ['browser', 'native', 'attempt-form', 'auth-fetch', 'account', 'clerk'].map(
    name => `@clientele/core/${name}`,
  )
  const others = budgets.filter(
    ({ name, base }) => base && name.startsWith('@clientele/core/') && !large.includes(name),
  )
  for (const { name, limit } of others) expect(limit, name).toBeLessThan(1250)
})
