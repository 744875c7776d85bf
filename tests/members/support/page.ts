import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Explained, ExplainedRow } from './explain.ts'
import type { Verdict } from './member-rows.ts'

const verdicts: readonly Verdict[] = ['same', 'other', 'not there']

const code = (name: string): string => `\`${name}\``

const of = ({ rows }: Explained, verdict: Verdict): readonly ExplainedRow[] =>
  rows.filter(row => row.verdict === verdict)

const names = (rows: readonly ExplainedRow[]): string =>
  rows
    .map(({ name }) => name)
    .sort()
    .map(code)
    .join(', ')

const count = (counts: readonly number[]): readonly string[] => counts.map(String)

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const anchor = (name: string): string =>
  `[${code(name)}](#${name.toLowerCase().replace(/[^\w-]/g, '')})`

/** How many members stand how, one line a type. */
const summary = (all: readonly Explained[]): readonly string[] => {
  const counts = all.map(each => verdicts.map(verdict => of(each, verdict).length))
  const total = verdicts.map((_, index) =>
    counts.reduce((sum, each) => sum + (each[index] ?? 0), 0),
  )
  return [
    line(['', ...verdicts]),
    line(['---', ...verdicts.map(() => '--:')]),
    ...all.map(({ name }, index) => line([anchor(name), ...count(counts[index] ?? [])])),
    line(['all', ...count(total)]),
  ]
}

/** Members that have one reason stand in one row. */
const table = (explained: Explained): readonly string[] => {
  const rows = verdicts.slice(1).flatMap(verdict => {
    const members = of(explained, verdict)
    const reasons = [...new Set(members.map(({ why }) => why))]
    return reasons.map(why => line([names(members.filter(each => each.why === why)), verdict, why]))
  })
  return rows.length > 0
    ? [line(['Member', 'Verdict', 'Why']), line(['---', '---', '---']), ...rows, '']
    : []
}

const section = (explained: Explained): readonly string[] => {
  const same = of(explained, 'same')
  return [
    `### ${code(explained.name)}`,
    '',
    ...(same.length > 0 ? [`Same (${same.length}): ${names(same)}.`, ''] : []),
    ...table(explained),
  ]
}

/** The versions are exact: what is installed is what the manifest of these tests says. */
const versions = (): string => {
  const path = join(import.meta.dirname, '../package.json')
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  const found = Object.entries(devDependencies).filter(([name]) => name.startsWith('@clerk/'))
  return found.map(([name, version]) => `${code(name)} ${version}`).join(', ')
}

/** The page of the docs. */
export const toPage = (types: readonly Explained[], modules: readonly Explained[]): string =>
  [
    "# Members of Clerk's types, and ours",
    '',
    `Made by \`npm run members\` from the published types of ${versions()} and those of \`@clientele/core/clerk\`, \`@clientele/react/clerk\`, \`@clientele/react/clerk-legacy\` and \`@clientele/vue/clerk\`; a test keeps it up to date. What behaves differently under the same type is in [decision 007](decisions/007-differences-from-clerks-sdk.md).`,
    '',
    '- same: ours serves wherever theirs is asked for, and takes every argument that theirs takes. Types of this page stand for each other.',
    '- other: it is there, with another type.',
    '- not there: using it is a type error.',
    '',
    '## In numbers',
    '',
    ...summary([...types, ...modules]),
    '',
    '## Types',
    '',
    ...types.flatMap(section),
    '## Exports',
    '',
    ...modules.flatMap(section),
  ].join('\n')
