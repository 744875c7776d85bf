import type { Fetch } from '@clientele/core'
import { vi } from 'vitest'

// What React Native has in the place of a browser's, up to 0.86.

const refuse = (what: string): never => {
  throw new Error(`${what} is not implemented`)
}

/** As `abort-controller@3` makes it: nobody learns the reason, and nothing is thrown by it. */
class NativeAbortSignal extends EventTarget {
  aborted = false
  onabort: (() => void) | null = null
}

class NativeAbortController {
  readonly signal = new NativeAbortSignal()
  abort(): void {
    if (this.signal.aborted) return
    this.signal.aborted = true
    this.signal.dispatchEvent(new RealEvent('abort'))
  }
}

class NativeSearchParams {
  readonly #pairs: [string, string][] = []
  append(name: string, value: string): void {
    this.#pairs.push([name, value])
  }
  delete = () => refuse('URLSearchParams.delete')
  get = () => refuse('URLSearchParams.get')
  getAll = () => refuse('URLSearchParams.getAll')
  has = () => refuse('URLSearchParams.has')
  set = () => refuse('URLSearchParams.set')
  sort = () => refuse('URLSearchParams.sort')
  toString(): string {
    return this.#pairs.map(pair => pair.map(encodeURIComponent).join('=')).join('&')
  }
}

/** It takes any text, and tells nothing of its parts. */
class NativeUrl {
  readonly #text: string
  readonly searchParams = new NativeSearchParams()
  constructor(text: string, base = '') {
    this.#text = `${base}${text}`
  }
  get href(): string {
    return this.#text
  }
  toString(): string {
    return this.#text
  }
  get host(): string {
    return refuse('URL.host')
  }
  get hostname(): string {
    return refuse('URL.hostname')
  }
  get origin(): string {
    return refuse('URL.origin')
  }
  get pathname(): string {
    return refuse('URL.pathname')
  }
  get protocol(): string {
    return refuse('URL.protocol')
  }
  get search(): string {
    return refuse('URL.search')
  }
}

const RealEvent = globalThis.Event

const replaced: Readonly<Record<string, unknown>> = {
  AbortController: NativeAbortController,
  AbortSignal: NativeAbortSignal,
  URL: NativeUrl,
  URLSearchParams: NativeSearchParams,
}

const missing = [
  'atob',
  'BroadcastChannel',
  'btoa',
  'crypto',
  'document',
  'Event',
  'localStorage',
  'location',
  'sessionStorage',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
]

let isNative = false

/** Until {@link leaveReactNative}. */
export const becomeReactNative = (): void => {
  isNative = true
  for (const [name, value] of Object.entries(replaced)) vi.stubGlobal(name, value)
  for (const name of missing) vi.stubGlobal(name, undefined)
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('navigator', { product: 'ReactNative' })
}

export const leaveReactNative = (): void => {
  isNative = false
  vi.unstubAllGlobals()
}

/** The server is elsewhere: it has all that Node.js has while it answers. */
export const elsewhere = (
  fetch: (input: string, init: RequestInit) => Promise<Response>,
): Fetch => {
  let underWay = 0
  return async (input, { signal, ...init }) => {
    underWay++
    vi.unstubAllGlobals()
    try {
      return await fetch(input, init)
    } finally {
      underWay--
      if (underWay === 0 && isNative) becomeReactNative()
    }
  }
}

/** As `expo-secure-store` has it: promises, and keys of a few characters. */
export const createSecureStorage = () => {
  const items = new Map<string, string>()
  const keys = new Set<string>()
  const check = (key: string): string => {
    keys.add(key)
    if (!/^[\w.-]+$/.test(key)) throw new Error(`Invalid key provided to SecureStore: ${key}`)
    return key
  }
  return {
    items,
    /** All that were ever asked for. */
    keys,
    getItem: async (key: string) => items.get(check(key)) ?? null,
    setItem: async (key: string, value: string) => void items.set(check(key), value),
    removeItem: async (key: string) => void items.delete(check(key)),
  }
}
