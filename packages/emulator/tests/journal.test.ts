import { describe, expect, test } from 'vitest'
import { createBackend } from './support/backend.ts'
import { createBrowser, createFrozen } from './support/browser.ts'

const post = (path: string, body: URLSearchParams) => ({ path, init: { method: 'POST', body } })

const ask = async (requests: readonly { path: string; init?: RequestInit }[]) => {
  const emulator = createFrozen()
  for (const { path, init } of requests) await emulator.fetch(path, init)
  return emulator.requests
}

describe('the journal', () => {
  test('keeps the beginning of what is too long, and says how long it was', async () => {
    const long = 'x'.repeat(900_000)
    const requests = await ask(
      Array.from({ length: 10 }, () =>
        post('/v1/client/sign_ins', new URLSearchParams({ identifier: long })),
      ),
    )
    expect(requests).toHaveLength(10)
    expect(requests[0]?.body.identifier).toBe(`${'x'.repeat(1000)}… (900000 characters)`)
    expect(JSON.stringify(requests).length).toBeLessThan(20_000)
  })

  test('keeps what the Frontend API takes as it is', async () => {
    const identifier = 'x'.repeat(10_000)
    const [entry] = await ask([post('/v1/client/sign_ins', new URLSearchParams({ identifier }))])
    expect(entry?.body).toEqual({ identifier })
  })

  test('keeps a hundred fields, and names, paths and origins of a length', async () => {
    const fields = Array.from({ length: 5000 }, (_, index) => [`field${index}`, '1'])
    const names = new URLSearchParams([['n'.repeat(5000), '1']])
    const [many, long] = await ask([
      post('/v1/client/sign_ins', new URLSearchParams(fields)),
      post(`/v1/client/sign_ins/${'p'.repeat(20_000)}?${names}`, names),
    ])
    expect(Object.keys(many?.body ?? {})).toHaveLength(101)
    expect(many?.body).toMatchObject({ field0: '1', field99: '1', '…': 'and 4900 more' })
    const name = `${'n'.repeat(100)}… (5000 characters)`
    expect(long).toMatchObject({ body: { [name]: '1' }, query: { [name]: '1' } })
    expect(long?.path).toMatch(/^\/v1\/client\/sign_ins\/p{980}… \(\d+ characters\)$/)
    const emulator = createFrozen()
    await emulator.fetch('/v1/client', { headers: { Origin: 'o'.repeat(20_000) } })
    expect(emulator.requests[0]?.origin).toBe(`${'o'.repeat(1000)}… (20000 characters)`)
  })

  test('keeps the last eight megabytes', async () => {
    const values = Array.from({ length: 90 }, (_, index) => [`f${index}`, 'x'.repeat(10_000)])
    const requests = await ask(
      Array.from({ length: 20 }, (_, count) =>
        post(`/v1/client/sign_ins?count=${count}`, new URLSearchParams(values)),
      ),
    )
    expect(requests.at(-1)?.query.count).toBe('19')
    expect(requests.length).toBe(8)
    expect(JSON.stringify(requests).length).toBeLessThan(8_000_100)
  })
})

test('answers are let go before requests are', async () => {
  const emulator = createFrozen()
  emulator.settings.patch({ applicationName: 'A'.repeat(15_000) })
  const { send } = createBrowser(emulator)
  for (let count = 0; count < 300; count++) await send('GET', '/v1/environment')
  const { requests } = emulator
  expect(requests).toHaveLength(300)
  expect(requests[0]?.response).toBeNull()
  expect(requests.at(-1)?.response).toContain('AAAA')
})

test('the key of a machine is not in it', async () => {
  const emulator = createFrozen()
  const { body } = await createBackend(emulator).post('/machines', { name: 'Reports' })
  expect(body.secret_key).toMatch(/^ak_/)
  expect(JSON.stringify(emulator.requests)).not.toContain(body.secret_key)
})
