// npm test: installs, then runs everything that CI runs, and ends with one line: N passed, N
// failed.
import { command, lastLines, tests } from './support/check-steps.mjs'
import { pnpm } from './support/pnpm.mjs'

/** Vitest no longer looks for this file by itself. */
const workspace = ['--config', 'vitest.workspace.ts']

/** In order. One that fails does not hide what the others have to say. */
const steps = {
  format: command(['exec', 'biome', 'check', '--error-on-warnings', '.']),
  types: command(['run', 'check:types']),
  unused: command(['run', 'check:unused']),
  build: command(['-r', '--filter', './packages/*', 'run', 'build']),
  units: tests([...workspace, '--project', '!browser']),
  packages: tests(['--root', 'tests/packages', '--project', 'packages']),
  consumers: tests(['--root', 'tests/packages', '--project', 'consumers']),
  browser: tests([...workspace, '--project', 'browser']),
}

const install = async () => {
  const { code, output } = await pnpm(['install', '--frozen-lockfile'], { quiet: true })
  if (code !== 0) console.error(output)
  return code === 0
}

const runAll = async () => {
  let passed = 0
  let failed = 0
  /** @type {string[]} */
  const summary = []
  /** @type {string[]} */
  const complaints = []
  for (const [name, step] of Object.entries(steps)) {
    const begun = Date.now()
    console.log(`\n── ${name}`)
    const result = await step()
    passed += result.passed
    failed += result.failed
    if (result.failed > 0)
      complaints.push(`\n── ${name} failed: its last lines once more\n${lastLines(result.output)}`)
    const seconds = ((Date.now() - begun) / 1000).toFixed(1)
    summary.push(
      `${name.padEnd(10)}${seconds.padStart(6)} s   ${result.failed === 0 ? 'passed' : 'FAILED'}`,
    )
  }
  console.log([...complaints, '', ...summary, ''].join('\n'))
  return { passed, failed }
}

const { passed, failed } = (await install()) ? await runAll() : { passed: 0, failed: 1 }
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
