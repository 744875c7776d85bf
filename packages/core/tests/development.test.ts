import { createEmulator } from '@clientele/emulator'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClientele } from '../src/development.ts'

// What `@clientele/core` is for whoever works on an application.

let said: string[] = []
beforeEach(() => {
  said = []
  vi.spyOn(console, 'warn').mockImplementation(text => void said.push(text))
})
afterEach(() => void vi.restoreAllMocks())

const unreachable = () => Promise.reject(new TypeError('fetch failed'))

/** A store that was asked to load. */
const load = async (options: Parameters<typeof createClientele>[0]) => {
  const clientele = createClientele({ loadTimeout: 20, ...options })
  await clientele.load().catch(() => {})
  clientele.dispose()
}

it('says nothing while all is well', async () => {
  const { publishableKey, fetch } = createEmulator()
  await load({ publishableKey, fetch })
  expect(said).toEqual([])
})

it('says once where nothing answers, and what to start', async () => {
  const key = `pk_test_${btoa('127.0.0.1:4100$')}`
  await load({ publishableKey: key, fetch: unreachable })
  expect(said).toEqual([
    expect.stringMatching(
      /^\[clientele\] The client is not known\. .*127\.0\.0\.1:4100.*npx @clientele\/emulator/,
    ),
  ])
})

it('says what a module reports, unless the application asked to be told', () => {
  const { publishableKey, fetch } = createEmulator()
  const onError = vi.fn()
  const failing = ({ onError: report }: { onError(error: unknown): void }) => {
    report(new Error('The browser did not keep the cookie'))
    report(new Error('The browser did not keep the cookie'))
  }
  createClientele({ publishableKey, fetch, modules: [failing] }).dispose()
  createClientele({ publishableKey, fetch, onError, modules: [failing] }).dispose()
  expect(said).toEqual(['[clientele] The browser did not keep the cookie'])
  expect(onError).toHaveBeenCalledTimes(2)
})

it('leaves a live instance alone', async () => {
  await load({ publishableKey: `pk_live_${btoa('clerk.example.com$')}`, fetch: unreachable })
  expect(said).toEqual([])
})

it('refuses wrong options as ever', () => {
  // @ts-expect-error: no options
  expect(() => createClientele()).toThrow(TypeError)
  // @ts-expect-error: no key
  expect(() => createClientele({ publishableKey: 3 })).toThrow('publishableKey')
})
