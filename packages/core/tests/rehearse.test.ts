import { createEmulator } from '@clientele/emulator'
import { expect, it, vi } from 'vitest'
import { createClientele } from './support/create-clientele.ts'

it('nobody sees the client that a store rehearses with while it waits for the first', async () => {
  const emulator = createEmulator()
  const selectInitialSession = vi.fn(() => null)
  const onError = vi.fn()
  const listener = vi.fn()
  const store = createClientele({
    publishableKey: emulator.publishableKey,
    selectInitialSession,
    onError,
    fetch: async (input, init) => {
      const before = store.store.getState()
      store.store.subscribe(listener)
      await Promise.resolve()
      expect(store.store.getState()).toBe(before)
      expect(store.client).toBeUndefined()
      expect(selectInitialSession).not.toHaveBeenCalled()
      expect(listener).not.toHaveBeenCalled()
      return emulator.fetch(input, init)
    },
  })
  await store.load()
  expect(store.client?.sessions).toEqual([])
  expect(selectInitialSession).toHaveBeenCalledOnce()
  // A sample that does not fit any more would be told here, and compile next to nothing.
  expect(onError).not.toHaveBeenCalled()
  store.dispose()
})

it.each([
  ['waits', 0],
  ['has the answer already, by a preloaded request', 1],
])('a store rehearses with a token only while it waits: it %s', async (_, entries) => {
  const parse = vi.spyOn(JSON, 'parse')
  vi.spyOn(performance, 'getEntriesByName').mockImplementation(() =>
    Array.from({ length: entries }, () => performance.mark('answer')),
  )
  const { publishableKey, fetch } = createEmulator()
  const store = createClientele({ publishableKey, fetch })
  await store.load()
  // What its token says.
  expect(parse.mock.calls.some(([text]) => text === '{}')).toBe(entries === 0)
  store.dispose()
  vi.restoreAllMocks()
})
