import { lastLines } from './check-steps.mjs'
import { pnpm } from './pnpm.mjs'

/** @typedef {import('./check-steps.mjs').Step} Step */
/** @typedef {import('./check-steps.mjs').Tally} Tally */
/** @typedef {import('./check-steps.mjs').RunsOn} RunsOn */
/** @typedef {Tally & { summary: string[], complaints: string[], runsOn: RunsOn[] }} Totals */

/**
 * @param {string} name
 * @param {Step} step
 * @param {boolean} quiet print what it said when it is over, so that steps side by side do not mix
 * @param {Totals} totals
 */
const runStep = async (name, step, quiet, totals) => {
  const begun = Date.now()
  if (!quiet) console.log(`\n── ${name}`)
  const { passed, failed, output, runsOn = [] } = await step({ quiet }, totals)
  if (quiet) console.log(`\n── ${name}\n${output.trim()}`)
  totals.passed += passed
  totals.failed += failed
  totals.runsOn.push(...runsOn)
  if (failed > 0)
    totals.complaints.push(`\n── ${name} failed: its last lines again\n${lastLines(output)}`)
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  const verdict = failed === 0 ? 'passed' : 'FAILED'
  totals.summary.push(`${name.padEnd(12)}${seconds.padStart(6)} s   ${verdict}`)
}

/**
 * Runs stages one after the other. A stage is a list of lanes that run side by side, and a lane
 * runs its steps in order. A step that fails does not hide what the others have to say.
 *
 * @param {readonly (readonly Readonly<Record<string, Step>>[])[]} stages
 * @returns {Promise<Totals>}
 */
export const runStages = async stages => {
  /** @type {Totals} */
  const totals = { passed: 0, failed: 0, summary: [], complaints: [], runsOn: [] }
  for (const lanes of stages) {
    const runLane = async (/** @type {Readonly<Record<string, Step>>} */ lane) => {
      for (const [name, step] of Object.entries(lane))
        await runStep(name, step, lanes.length > 1, totals)
    }
    await Promise.all(lanes.map(runLane))
  }
  return totals
}

const install = async () => {
  const { code, output } = await pnpm(['install', '--frozen-lockfile'], { quiet: true })
  if (code !== 0) console.error(output)
  return code === 0
}

/**
 * Installs, runs the stages, and ends with one plain line: `N passed, N failed`.
 *
 * @param {Parameters<typeof runStages>[0]} stages
 */
export const installAndRun = async stages => {
  const begun = Date.now()
  const isInstalled = await install()
  const installed = ((Date.now() - begun) / 1000).toFixed(1)
  const { passed, failed, summary, complaints } = isInstalled
    ? await runStages(stages)
    : { passed: 0, failed: 1, summary: [], complaints: [] }
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  const lines = [
    ...complaints,
    '',
    `${'install'.padEnd(12)}${installed.padStart(6)} s   ${isInstalled ? 'passed' : 'FAILED'}`,
    ...summary,
    `${'all'.padEnd(12)}${seconds.padStart(6)} s`,
    '',
  ]
  console.log(lines.join('\n'))
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
