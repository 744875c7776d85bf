import { createEmulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createChecker } from './check.ts'
import { description } from './description.ts'
import { fieldDifferences, statusDifferences, withDifferences } from './differences.ts'
import { implementedOf } from './implemented.ts'
import { walkAll } from './walk.ts'

const answers = await walkAll()
const implemented = await implementedOf(createEmulator())
const checker = createChecker(withDifferences(description, fieldDifferences))

// They take nothing and depend on nobody.
const infallible = new Set([
  'GET /v1/health',
  'GET /.well-known/jwks.json',
  'GET /.well-known/openid-configuration',
  'GET /.well-known/oauth-authorization-server',
  'GET /.well-known/assetlinks.json',
  'GET /.well-known/apple-app-site-association',
  'GET /.well-known/webauthn',
  'GET /v1/account_portal',
  'GET /v1/clear-site-data',
  'POST /v1/dev_browser',
  'POST /v1/dev_browser/set_first_party_cookie',
])

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

  test('is driven to success and to a refusal', () => {
    expect(own.some(({ status }) => status < 400)).toBe(true)
    expect(own.some(({ status }) => status >= 400)).toBe(!infallible.has(operation.name))
  })
})

test('no answer has a digest, a rotating token or a code that was sent', () => {
  const text = JSON.stringify(answers.map(({ body }) => body))
  expect(text).not.toMatch(/scrypt\$|rotating_?token|"code":"\d{6}"|passwordHash|totpSecret/i)
})

describe('differences from the description', () => {
  test.each(fieldDifferences)('$field is sent and would be refused: $why', difference => {
    const others = fieldDifferences.filter(each => each !== difference)
    const strict = createChecker(withDifferences(description, others))
    const faults = answers.flatMap(({ operation, status, body }) =>
      strict.faultsOf(operation, status, body),
    )
    expect(faults.some(fault => fault.includes(difference.field))).toBe(true)
  })

  test.each(statusDifferences)('$operation answers $status: $why', ({ operation, status }) => {
    const own = answers.filter(answer => answer.operation.name === operation)
    expect(own.some(answer => answer.status === status)).toBe(true)
    expect(own[0]?.operation.object.responses).not.toHaveProperty(String(status))
  })
})
