import { createEmulator } from '@clientele/emulator'
import { expect, test } from 'vitest'
import type { Operation } from '../description.ts'
import { row, table } from '../table.ts'
import { operations } from './description.ts'
import { implementedOf } from './implemented.ts'
import { walkAll } from './walk.ts'

const answers = await walkAll()
const implemented = new Set(await implementedOf(createEmulator()))

const statusesOf = (operation: Operation): number[] => {
  const own = answers.filter(answer => answer.operation === operation).map(({ status }) => status)
  return [...new Set(own)].sort()
}

const tags = [...new Set(operations.map(({ tag }) => tag))].sort()

const summary = tags.map(tag => {
  const own = operations.filter(operation => operation.tag === tag)
  return row(tag, own.filter(operation => implemented.has(operation)).length, own.length)
})

const details = operations
  .filter(operation => implemented.has(operation))
  .map(operation => row(`\`${operation.name}\``, statusesOf(operation).join(' ')))

test('COVERAGE-BACKEND.md says what there is', async () => {
  const page = [
    '# Coverage of the Backend API',
    '',
    'Made by `tests/contract/backend/coverage.test.ts` from the published description (2026-05-12, in `openapi/`) and the answers of the contract scenarios, each of which is held to the description with its objects closed. After a change: `npx vitest run --config vitest.workspace.ts --project emulator backend/coverage -u`.',
    '',
    `${implemented.size} of ${operations.length} operations. Every other one answers 501 \`emulator_not_implemented\`. Refusals for a missing key (401), a record that is not there (404) and wrong fields (422) are answered everywhere, whether an operation is described with them or not.`,
    '',
    ...table(['Part', 'There', 'Described'], summary),
    '',
    '## Operations that are there',
    '',
    ...table(['Operation', 'Answered and checked'], details),
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../COVERAGE-BACKEND.md')
})
