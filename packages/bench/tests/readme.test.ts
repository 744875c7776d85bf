import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { measureAdapters, measureJobs, measureParts } from '../src/measure/sizes.ts'

// The figures of the README are what is measured, to the digit that they show.

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

/** The bytes that the README gives for what a row begins with. */
const told = (row: string): string | undefined =>
  readme
    .split('\n')
    .find(line => line.startsWith(`| ${row}`))
    ?.match(/([\d.]+) kB \|$/)?.[1]
const shown = (bytes: number | undefined): string => ((bytes ?? Number.NaN) / 1000).toFixed(1)

it('the README tells the sizes', { timeout: 60_000 }, async () => {
  const jobs = await measureJobs()
  const adapters = await measureAdapters()
  const [browser] = await measureParts(['browser'])
  const job = (name: string) => jobs.find(each => each.name === name)?.esbuild.gzip
  const adapter = (name: string) => adapters.find(each => each.name === name)?.added
  expect(told('`@clientele/core`: load')).toBe(shown(job('Clientele')))
  expect(told('the same job with `@clerk/clerk-js/no-rhc`')).toBe(
    shown(job('@clerk/clerk-js/no-rhc')),
  )
  expect(told('`browserModules()`')).toBe(shown(browser?.added))
  expect(told('`@clientele/react`: provider')).toBe(
    shown(adapter('@clientele/react: provider and useClient')),
  )
  expect(told('`@clientele/vue`: plugin')).toBe(
    shown(adapter('@clientele/vue: plugin and useClient')),
  )
})
