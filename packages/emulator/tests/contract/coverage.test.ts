import { createEmulator } from '@clientele/emulator'
import { expect, test } from 'vitest'
import { type Operation, operations } from './description.ts'
import { beyond, fieldDifferences, statusDifferences } from './differences.ts'
import { implementedOf } from './implemented.ts'
import { row, table } from './table.ts'
import { walkAll } from './walk.ts'

const answers = await walkAll()
const implemented = new Set(await implementedOf(createEmulator()))

const statusesOf = (operation: Operation): number[] => {
  const own = answers.filter(answer => answer.operation === operation).map(({ status }) => status)
  return [...new Set(own)].sort()
}

// What is described and never seen: servers that fail, and refusals that only other settings of the
// service cause.
const missingOf = (operation: Operation): string =>
  Object.keys(operation.object.responses)
    .filter(status => !statusesOf(operation).includes(Number(status)))
    .join(' ')

const tags = [...new Set(operations.map(({ tag }) => tag))].sort()

const summary = tags.map(tag => {
  const own = operations.filter(operation => operation.tag === tag)
  return row(tag, own.filter(operation => implemented.has(operation)).length, own.length)
})

const details = operations
  .filter(operation => implemented.has(operation))
  .map(operation =>
    row(`\`${operation.name}\``, statusesOf(operation).join(' '), missingOf(operation)),
  )

const fields = fieldDifferences.map(({ at, field, why }) =>
  row(`\`${at[1] === 'schemas' ? at[2] : at[1]}\``, `\`${field}\``, why),
)
const statuses = statusDifferences.map(({ operation, status, why }) =>
  row(`\`${operation}\``, status, why),
)
const extras = Object.entries(beyond).map(([operation, why]) => row(`\`${operation}\``, why))

test('COVERAGE.md says what there is', async () => {
  const page = [
    '# Coverage of the Frontend API',
    '',
    'Made by `tests/contract/coverage.test.ts` from the published description (2026-05-12, in `openapi/`) and the answers of the contract scenarios, each of which is held to the description with its objects closed. After a change: `npx vitest run --config vitest.workspace.ts --project emulator coverage -u`.',
    '',
    `${implemented.size} of ${operations.length} operations. Every other one answers 501 \`emulator_not_implemented\`.`,
    '',
    ...table(['Part', 'There', 'Described'], summary),
    '',
    '## Operations that are there',
    '',
    ...table(['Operation', 'Answered and checked', 'Described, never answered'], details),
    '',
    '## Where answers differ from the description',
    '',
    'The emulator goes with what the SDK reads. A test proves that each difference is in use.',
    '',
    ...table(['Object or path', 'Field', 'Why'], fields),
    '',
    ...table(['Operation', 'Status', 'Why'], statuses),
    '',
    '## Operations that the description lacks',
    '',
    ...table(['Operation', 'Why'], extras),
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../COVERAGE.md')
})
