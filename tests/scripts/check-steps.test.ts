import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { command, lastLines, tests } from '../../scripts/support/check-steps.mjs'

/** Stands in for pnpm: ends with that code, and writes that report where vitest would. */
const execute = (code: number, report?: string) => async (args: readonly string[]) => {
  const file = args
    .find(arg => arg.startsWith('--outputFile.json='))
    ?.slice('--outputFile.json='.length)
  if (file !== undefined && report !== undefined) await writeFile(file, report)
  return { code, output: 'what it said' }
}

const report = (numPassedTests: number, numFailedTests: number) =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults: [] })

describe('the steps of npm test', () => {
  it('count a check as one', async () => {
    expect(await command([], execute(0))()).toMatchObject({ passed: 1, failed: 0 })
    expect(await command([], execute(2))()).toMatchObject({ passed: 0, failed: 1 })
  })

  it('count a run of tests by its tests', async () => {
    expect(await tests([], execute(0, report(12, 0)))()).toMatchObject({ passed: 12, failed: 0 })
    expect(await tests([], execute(1, report(10, 2)))()).toMatchObject({ passed: 10, failed: 2 })
  })

  it('never count a broken run as passed', async () => {
    // A file that could not be read, an error outside of any test, a runner that died.
    expect(await tests([], execute(1, report(12, 0)))()).toMatchObject({ passed: 12, failed: 1 })
    expect(await tests([], execute(1, '{'))()).toMatchObject({ passed: 0, failed: 1 })
    expect(await tests([], execute(1))()).toMatchObject({ passed: 0, failed: 1 })
    expect(await tests([], execute(0))()).toMatchObject({ passed: 0, failed: 1 })
  })

  it('tell at the end what a step that failed said last', async () => {
    expect(await command([], execute(2))()).toMatchObject({ output: 'what it said' })
    expect(await tests([], execute(1, report(10, 2)))()).toMatchObject({ output: 'what it said' })
    expect(lastLines('one\ntwo\nthree\n\n', 2)).toBe('two\nthree')
    expect(lastLines('one', 2)).toBe('one')
  })
})
