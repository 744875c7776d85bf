import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workspace } from './workspace.mjs'

/** @typedef {import('../../tests/runs-on.ts').RunsOn} RunsOn */

/** The order of the page. */
const kinds = [
  'Browsers',
  'Runtimes',
  'Frameworks',
  'Rendering on a server',
  'Bundlers',
  'Test runners',
  'TypeScript',
  'Package managers',
]

/** Their versions are those of the machine; the others are pinned by this repository. */
const ofMachine = ['Browsers', 'Runtimes', 'Package managers']

const opening = [
  '# What it runs on',
  '',
  'Written by `npm run test:matrix -- --update`: a row is here because a test of that run passed ' +
    'with it, and the matrix fails when this page and what has passed differ. Versions of ' +
    'browsers, runtimes and package managers are those of the machine that wrote the page.',
  '',
].join('\n')

/** @param {RunsOn} one */
const row = ({ kind, name, version }) => `| ${kind} | ${name} | ${version} |`

const inOrder = (/** @type {string} */ one, /** @type {string} */ other) =>
  one.localeCompare(other, 'en', { numeric: true })

/**
 * What passed, once each with all its versions, in the order of the page.
 *
 * @param {readonly RunsOn[]} passed
 * @returns {RunsOn[]}
 */
const merged = passed => {
  /** @type {Map<string, RunsOn & { versions: Set<string> }>} */
  const rows = new Map()
  for (const one of passed) {
    const key = `${kinds.indexOf(one.kind)} ${one.name}`
    const { versions } = rows.get(key) ?? { versions: new Set() }
    rows.set(key, { ...one, versions: versions.add(one.version) })
  }
  return [...rows]
    .sort(([one], [other]) => inOrder(one, other))
    .map(([, { versions, ...one }]) => ({
      ...one,
      version: [...versions].sort(inOrder).join(', '),
    }))
}

/**
 * The page as it would be written after a run.
 *
 * @param {readonly RunsOn[]} passed
 */
export const toPage = passed => {
  const rows = merged(passed).map(row)
  return `${[opening, '| What | Name | Versions |', '|---|---|---|', ...rows].join('\n')}\n`
}

/** @param {string} page */
const rowsOf = page =>
  page
    .split('\n')
    .filter(line => /^\| (?!What \|)\w/.test(line))
    .map(line => {
      const [, kind = '', name = '', version = ''] = line.split('|').map(cell => cell.trim())
      return `${kind}: ${name}${ofMachine.includes(kind) ? '' : ` ${version}`}`
    })

/**
 * What the page claims and no test has shown, and the other way round.
 *
 * @param {string} page
 * @param {readonly RunsOn[]} passed
 * @returns {string[]}
 */
export const differences = (page, passed) => {
  const [claimed, shown] = [rowsOf(page), rowsOf(toPage(passed))]
  return [
    ...claimed.filter(each => !shown.includes(each)).map(each => `no test passed with ${each}`),
    ...shown.filter(each => !claimed.includes(each)).map(each => `is not on the page: ${each}`),
  ]
}

const path = join(workspace, 'docs/runs-on.md')

/**
 * The last step of the matrix: compares docs/runs-on.md with what has passed before it, or writes
 * it.
 *
 * @param {boolean} update
 * @param {string} [file]
 * @returns {import('./check-steps.mjs').Step}
 */
export const runsOnPage =
  (update, file = path) =>
  async (_, { failed, runsOn } = { failed: 0, runsOn: [] }) => {
    // What has failed is told already, and would be missing here.
    if (failed > 0) return { passed: 0, failed: 0, output: 'Not compared: something has failed' }
    if (update) await writeFile(file, toPage(runsOn))
    const output = differences(await readFile(file, 'utf8'), runsOn)
    if (output.length === 0) return { passed: 1, failed: 0, output: '' }
    const remedy = 'docs/runs-on.md is renewed by npm run test:matrix -- --update'
    return { passed: 0, failed: 1, output: [...output, remedy].join('\n') }
  }
