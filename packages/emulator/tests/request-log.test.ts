import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn } from './support/browser.ts'

const withRequests = async () => {
  const emulator = createFrozen()
  const { client, session, id } = await createSignedIn(emulator)
  await client()
  await client()
  await session('tokens', id)
  return emulator
}

describe('requests.expect', () => {
  test('gives what was expected', async () => {
    const { requests } = await withRequests()
    expect(requests.expect({ method: 'GET', path: '/v1/client', count: 2 })).toHaveLength(2)
    expect(requests.expect({ path: '/v1/client/sessions/:id/tokens', status: 200 })).toMatchObject([
      { method: 'POST' },
    ])
    expect(requests.expect({ path: '/v1/environment', count: 0 })).toEqual([])
    expect(requests.expect({})).toHaveLength(requests.length)
  })

  test.each([{ path: '/v1/client', count: 1 }, { path: '/v1/environment' }, { status: 500 }])(
    '%j is not what was asked, and the error says what was',
    async expected => {
      const { requests } = await withRequests()
      expect(() => requests.expect(expected)).toThrow(
        /Expected .* and there were \d\.[\s\S]*POST \/v1\/client\/sign_ins 200/,
      )
    },
  )

  test('a wrong expectation is a TypeError that names what is wrong', async () => {
    const { requests } = await withRequests()
    expect(() => requests.expect({ paht: '/v1' } as never)).toThrow(/paht: is not known here/)
    expect(() => requests.expect({ path: 'v1', count: -1 })).toThrow(/path: .*count: /)
  })
})
