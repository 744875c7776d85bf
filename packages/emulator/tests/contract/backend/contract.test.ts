import { createEmulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createChecker } from '../check.ts'
import { withDifferences } from '../differences.ts'
import { description, operations } from './description.ts'
import { commonRefusals, fieldDifferences } from './differences.ts'
import { askAll, implementedOf } from './implemented.ts'
import { walkAll } from './walk.ts'

const answers = await walkAll()
const implemented = await implementedOf(createEmulator())
const isDifferent = (_name: string, status: number) => commonRefusals.includes(status)
const checker = createChecker(withDifferences(description, fieldDifferences), { isDifferent })

describe.each(implemented)('$name', operation => {
  const own = answers.filter(answer => answer.operation === operation)

  test('every answer is as described', () => {
    for (const { scenario, status, body } of own)
      expect({ scenario, status, faults: checker.faultsOf(operation, status, body) }).toEqual({
        scenario,
        status,
        faults: [],
      })
  })

  test('is driven to success', () => {
    expect(own.some(({ status }) => status < 400)).toBe(true)
  })
})

test('no answer has a digest, a rotating token or a code that was sent', () => {
  const text = JSON.stringify(answers.map(({ body }) => body))
  expect(text).not.toMatch(/scrypt\$|rotating_?token|"code":"\d{6}"|passwordHash|totpSecret/i)
})

describe('every operation of the description', () => {
  test('is either there or answers 501', async () => {
    const asked = await askAll(createEmulator())
    const lost = asked.filter(
      ({ status, code }) =>
        status === 405 ||
        (status === 404 && code === undefined) ||
        (status === 501 && code !== 'emulator_not_implemented'),
    )
    expect(lost).toEqual([])
    expect(asked.filter(({ status }) => status >= 500 && status !== 501)).toEqual([])
    expect(asked).toHaveLength(operations.length)
  })

  test('is for nobody without the secret key', async () => {
    const statuses = new Set((await askAll(createEmulator(), 'sk_test_wrong')).map(a => a.status))
    expect([...statuses]).toEqual([401])
  })
})

test.each(fieldDifferences)('$field is sent and would be refused: $why', difference => {
  const others = fieldDifferences.filter(each => each !== difference)
  const strict = createChecker(withDifferences(description, others), { isDifferent })
  const faults = answers.flatMap(({ operation, status, body }) =>
    strict.faultsOf(operation, status, body),
  )
  expect(faults.some(fault => fault.includes(difference.field))).toBe(true)
})
