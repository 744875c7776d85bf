import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bundle, jobs, measureAdapters, measureParts, programOf } from '../src/measure/sizes.ts'

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
  const gzip = async (program: string) => shown((await bundle(program)).gzip)
  const job = (name: keyof typeof jobs) => gzip(programOf(jobs[name]))
  const parts = await measureAdapters()
  const addedBy = (name: string) => shown(parts.find(part => part.name === name)?.added)
  const [browser] = await measureParts(['browser'])
  expect(told('`@clientele/core`: load')).toBe(await job('Clientele'))
  expect(told('the same job with `@clerk/clerk-js/no-rhc`')).toBe(
    await job('@clerk/clerk-js/no-rhc'),
  )
  expect(told('`browserModules()`')).toBe(shown(browser?.added))
  expect(told('`@clientele/react`: provider')).toBe(
    addedBy('@clientele/react: provider and useClient'),
  )
  expect(told('`@clientele/vue`: plugin')).toBe(addedBy('@clientele/vue: plugin and useClient'))
})
