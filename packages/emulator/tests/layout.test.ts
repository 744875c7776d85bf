import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = join(import.meta.dirname, '../src')
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: readFileSync(join(sources, name), 'utf8') }))

const naming = (pattern: RegExp): string[] =>
  files
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name.replaceAll('\\', '/'))
    .sort()

test('a strategy is a file, and a line that registers it', () => {
  expect(naming(/web3_solana_signature/)).toEqual(['domain/factors/solana.ts'])
  expect(naming(/\bsolana\b/)).toEqual(['domain/factors/solana.ts', 'domain/factors/strategies.ts'])
})

test('a record is a schema, and a line that registers its table', () => {
  expect(naming(/\bMachineSchema\b/)).toEqual(['model/records/machine.ts', 'model/schemas.ts'])
  expect(naming(/database\.machines|\bmachines: /)).toEqual([
    'http/backend/machines.ts',
    'http/backend/resources.ts',
    'model/schemas.ts',
  ])
})

test('what changed is stamped in one place', () => {
  expect(naming(/updatedAt = /)).toEqual(['model/changes.ts'])
})
