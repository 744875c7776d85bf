import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pnpm } from './pnpm.mjs'

/** @typedef {{ passed: number, failed: number }} Tally */

/** @typedef {import('../../tests/runs-on.ts').RunsOn} RunsOn */

/**
 * @typedef {Tally & { output: string, runsOn?: readonly RunsOn[] }} Result `output`: what it
 * printed; `runsOn`: what its tests have shown to work
 */

/** @typedef {import('./run.mjs').RunOptions} RunOptions */

/** @typedef {{ code: number, output: string }} Ended */

/**
 * What runs pnpm.
 *
 * @typedef {(args: readonly string[], options?: RunOptions) => Promise<Ended>} Execute
 */

/** @typedef {{ failed: number, runsOn: readonly RunsOn[] }} SoFar what the steps before had */

/** @typedef {(options?: RunOptions, soFar?: SoFar) => Promise<Result>} Step */

/**
 * A check that holds or does not: one point.
 *
 * @param {readonly string[]} args for pnpm
 * @param {Execute} [execute]
 * @returns {Step}
 */
export const command =
  (args, execute = pnpm) =>
  async options => {
    const { code, output } = await execute(args, options)
    return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output }
  }

/**
 * @typedef {object} Report the parts of vitest's that are read
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ assertionResults: { status: string, meta: { runsOn?: RunsOn[] } }[] }[]} testResults
 */

/**
 * What vitest's report in `file` counts. Without a report something is wrong, whatever else was
 * said.
 *
 * @param {string} file
 * @returns {Promise<Tally & { runsOn: readonly RunsOn[] }>}
 */
const readReport = async file => {
  try {
    /** @type {Report} */
    const report = JSON.parse(await readFile(file, 'utf8'))
    const passed = report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed')
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      runsOn: passed.flatMap(({ meta }) => meta.runsOn ?? []),
    }
  } catch {
    return { passed: 0, failed: 1, runsOn: [] }
  }
}

/**
 * A run of vitest: one point a test.
 *
 * @param {readonly string[]} args
 * @param {Execute} [execute]
 * @returns {Step}
 */
export const tests =
  (args, execute = pnpm) =>
  async options => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-tests-'))
    try {
      const report = join(folder, 'report.json')
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const vitest = ['exec', 'vitest', 'run', ...reporters, ...args]
      const { code, output } = await execute(vitest, options)
      const { passed, failed, runsOn } = await readReport(report)
      // A file that cannot be read, or an error outside of any test, fails the run without a failed
      // test.
      return { passed, failed: code === 0 ? failed : Math.max(failed, 1), output, runsOn }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

/**
 * What a step that failed said last, where a runner sums up: nobody has to look for it in a long
 * log.
 *
 * @param {string} output
 * @param {number} [lines]
 */
export const lastLines = (output, lines = 80) =>
  output.trimEnd().split('\n').slice(-lines).join('\n')
