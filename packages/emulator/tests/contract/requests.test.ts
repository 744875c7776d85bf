import { createEmulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { type Browser, createSignedIn, type Fields } from '../support/browser.ts'
import { description, formOf, type Operation, operationOf, operations } from './description.ts'
import { askAll } from './implemented.ts'

const emulator = createEmulator()
const asked = await askAll(emulator)
const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE']

describe('every operation of the description', () => {
  test('is either there or answers 501', () => {
    const missing = asked.filter(
      ({ status, code }) => status === 501 && code !== 'emulator_not_implemented',
    )
    const lost = asked.filter(
      ({ code, status }) => status === 405 || (status === 404 && code === undefined),
    )
    expect([...missing, ...lost]).toEqual([])
    expect(asked.length).toBe(operations.length)
    expect(asked.filter(({ status }) => status >= 500 && status !== 501)).toEqual([])
  })

  const byPath = Object.entries(description.paths).map(([path]) => ({
    path,
    allowed: operations.filter(operation => operation.path === path).map(({ method }) => method),
  }))

  test.each(byPath.filter(({ allowed }) => allowed.length > 0))(
    '$path has no other methods',
    async ({ path, allowed }) => {
      const concrete = path.replace(/\{[^}]+\}/g, 'x')
      // A step such as `prepare` may also be read as an id.
      for (const method of methods.filter(each => !operationOf(each, concrete))) {
        const url = `${concrete}?_method=${method}`
        const init = method === 'GET' ? {} : { method: 'POST', body: new URLSearchParams() }
        const response = await emulator.fetch(url, init)
        const allow = (response.headers.get('allow') ?? '').split(', ').sort()
        expect({ method, status: response.status, allow }).toEqual({
          method,
          status: 405,
          allow: [...allowed].sort(),
        })
      }
    },
  )

  test('what lies beyond a path is 404', async () => {
    for (const { path } of byPath) {
      const { status } = await emulator.fetch(
        `${path.replace(/\{[^}]+\}/g, 'x')}/one/more/step/too/far`,
      )
      expect([path, status]).toEqual([path, 404])
    }
  })
})

const fillIn = (path: string, id: string) =>
  path.replace('{session_id}', id).replace(/\{[^}]+\}/g, 'x')

const ask = (
  { send, id }: Pick<Browser, 'send'> & { id: string },
  { method, path }: Operation,
  fields: Fields,
) => send(method, fillIn(path, id), fields)

const withForm = asked
  .filter(({ operation, status }) => status !== 501 && operation.method !== 'GET')
  .filter(({ operation }) => !['/v1/dev_browser', '/v1/oauth_callback'].includes(operation.path))
  .map(({ operation }) => ({
    ...operation,
    fields: Object.entries(formOf(description, operation)?.properties ?? {}),
  }))

describe.each(withForm)('the form of $name', operation => {
  test('knows the fields that are described', async () => {
    const browser = await createSignedIn(createEmulator())
    for (const [field] of operation.fields)
      expect((await ask(browser, operation, { [field]: '' })).fault).not.toBe(
        `form_param_unknown@${field}`,
      )
  })

  test('refuses a field that is not', async () => {
    const { fault } = await ask(await createSignedIn(createEmulator()), operation, {
      nonsense: '1',
    })
    // errors about API keys name no field
    const field = operation.path.startsWith('/api_keys') ? '' : '@nonsense'
    expect(fault).toBe(`form_param_unknown${field}`)
  })
})

const listed = withForm.flatMap(operation =>
  operation.fields
    .filter(([, { enum: values }]) => values !== undefined)
    .map(([field]) => ({ name: operation.name, field, operation })),
)

test.each(listed)(
  '$name refuses a value of $field that is not listed',
  async ({ operation, field }) => {
    const { status } = await ask(await createSignedIn(createEmulator()), operation, {
      [field]: 'nonsense',
    })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  },
)
