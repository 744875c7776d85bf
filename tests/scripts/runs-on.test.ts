import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { command, tests } from '../../scripts/support/check-steps.mjs'
import { runStages } from '../../scripts/support/run-steps.mjs'
import { differences, runsOnPage, toPage } from '../../scripts/support/runs-on.mjs'
import type { RunsOn } from '../runs-on.ts'

const node: RunsOn = { kind: 'Runtimes', name: 'Node.js', version: '20.19.0' }
const vue: RunsOn = { kind: 'Frameworks', name: 'Vue', version: '3.5.0' }
const all = [vue, node, { ...vue, version: '3.3.0' }, vue]
const rows = ['| Runtimes | Node.js | 20.19.0 |', '| Frameworks | Vue | 3.3.0, 3.5.0 |']

describe('the page of what this runs on', () => {
  it('has a row for each name, with all its versions', () => {
    expect(toPage(all)).toContain(`\n${rows.join('\n')}\n`)
  })

  it.each([
    ['nothing, when all of it passed', all, []],
    ['a row that no test has shown', all.slice(1, 2), ['no test passed with Frameworks: Vue 3.3']],
    ['a version that no test has shown', [vue, node], ['no test passed with', 'not on the page']],
    [
      'something that is not on it',
      [...all, { ...vue, name: 'Lit' }],
      ['is not on the page: Frameworks: Lit 3.5.0'],
    ],
    ['not the version of the machine', [...all.slice(2), { ...node, version: '24.0.0' }], []],
  ] as const)('differs by %s', (_, passed, expected) => {
    expect(differences(toPage(all), passed)).toEqual(
      expected.map(each => expect.stringContaining(each)),
    )
  })
})

describe('the last step of the matrix', () => {
  let folder: string
  let file: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientele-runs-on-'))
    file = join(folder, 'page.md')
    await writeFile(file, toPage(all))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** A run of vitest with one test that passed and one that did not. */
  const step = (shown: readonly RunsOn[], code = 0) =>
    tests([], async args => {
      const [path = ''] = args.flatMap(arg => /^--outputFile.json=(.*)/.exec(arg)?.slice(1) ?? [])
      const assertionResults = [
        { status: 'passed', meta: { runsOn: shown } },
        { status: 'failed', meta: { runsOn: [{ ...vue, name: 'Failed' }] } },
        { status: 'passed', meta: {} },
      ]
      const report = { numPassedTests: 2, numFailedTests: 0, testResults: [{ assertionResults }] }
      await writeFile(path, JSON.stringify(report))
      return { code, output: '' }
    })
  const run = (shown: readonly RunsOn[], update = false) =>
    runStages([[{ one: step(shown) }], [{ 'runs on': runsOnPage(update, file) }]])

  it('counts what tests that passed have said', async () => {
    expect(await run(all)).toMatchObject({ passed: 3, failed: 0 })
  })

  it('fails when the page lists what no test has shown, and says how to renew it', async () => {
    const { failed, complaints } = await run([node])
    expect(failed).toBe(1)
    expect(complaints.join()).toMatch(/Vue[\s\S]*test:matrix -- --update/)
  })

  it('writes the page when asked to', async () => {
    expect(await run([node], true)).toMatchObject({ failed: 0 })
    expect(await readFile(file, 'utf8')).toBe(toPage([node]))
  })

  it('neither compares nor writes after something has failed', async () => {
    const broken = command([], async () => ({ code: 1, output: '' }))
    const totals = await runStages([[{ broken }], [{ 'runs on': runsOnPage(true, file) }]])
    expect(totals).toMatchObject({ passed: 0, failed: 1 })
    expect(await readFile(file, 'utf8')).toBe(toPage(all))
  })
})
