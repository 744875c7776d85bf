import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pnpm } from './pnpm.mjs'

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * A check that holds or does not: one point.
 *
 * @param {readonly string[]} args for pnpm
 * @returns {() => Promise<Tally>}
 */
export const command = args => async () => {
  const { code } = await pnpm(args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** @param {string} file @returns {Promise<Tally>} what vitest's report in `file` counts; nothing when it wrote none */
const readReport = async file => {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(file, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/**
 * A run of vitest: one point a test.
 *
 * @param {readonly string[]} args
 * @returns {() => Promise<Tally>}
 */
export const tests = args => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-tests-'))
  try {
    const report = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await pnpm(['exec', 'vitest', 'run', '--config', 'vitest.workspace.ts', ...reporters, ...args])
    const { passed, failed } = await readReport(report)
    // A file that cannot be read, or an error outside of any test, fails the run without a failed test.
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
