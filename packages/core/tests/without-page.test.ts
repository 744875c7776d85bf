import type { ClienteleOptions, Module } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { cookies } from '@clientele/core/cookies'
import { locks } from '@clientele/core/locks'
import { persist } from '@clientele/core/persist'
import { pin } from '@clientele/core/pin'
import { refresh } from '@clientele/core/refresh'
import { revalidate } from '@clientele/core/revalidate'
import { tabs } from '@clientele/core/tabs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakeOrigin } from './support/fake-tabs.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

// A server has what tabs of one person share, and there it is shared by everybody.

const used: string[] = []

/** A storage, and a channel and locks, that say what was asked of them. */
const createShared = (name: string) => {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => {
      used.push(`${name}.getItem`)
      return items.get(key) ?? null
    },
    setItem: (key: string, value: string) => {
      used.push(`${name}.setItem`)
      items.set(key, value)
    },
    removeItem: (key: string) => {
      used.push(`${name}.removeItem`)
      items.delete(key)
    },
  }
}

class Channel {
  constructor() {
    used.push('BroadcastChannel')
  }
}

beforeEach(() => {
  used.length = 0
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('localStorage', createShared('localStorage'))
  vi.stubGlobal('sessionStorage', createShared('sessionStorage'))
  const request = async () => void used.push('locks')
  vi.stubGlobal('navigator', { locks: { request }, onLine: true })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The store of one person on a server that has many. */
const open = async (name: string, options: Partial<ClienteleOptions>) => {
  const clock = createManualClock()
  const id = `sess_${name}`
  const user = userJson(`user_${name}`, { first_name: name })
  const wire = scriptedFetch(({ path }) => {
    if (path.endsWith('/tokens')) return json({ jwt: jwtOf(id, clock.now() / 1000) })
    const sessions = [sessionJson(id, { user })]
    if (path.endsWith('/touch'))
      return json({ response: sessions[0], client: clientJson({ sessions }) })
    return json({ response: clientJson({ id: `client_${name}`, sessions }), client: null })
  })
  const errors: unknown[] = []
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    onError: error => errors.push(error),
    ...options,
  })
  await clientele.load()
  return { clientele, clock, errors, ...wire }
}

describe('without a page, and without ports given', () => {
  const modules: readonly (readonly [string, () => readonly Module<unknown>[]])[] = [
    ['browserModules', () => browserModules()],
    ['browserModules of tabs', () => browserModules({ tabs: { activeSession: 'tab' } })],
    ['tabs', () => [tabs()]],
    ['locks', () => [locks()]],
    ['pin', () => [pin()]],
    ['persist', () => [persist()]],
    ['refresh', () => [refresh()]],
    ['revalidate', () => [revalidate()]],
    ['cookies', () => [cookies()]],
    ['all of them', () => [...browserModules(), pin(), persist()]],
  ]

  it.each(modules)('%s: inert, and one store knows nothing of another', async (_, make) => {
    const ada = await open('Ada', { modules: make() })
    const bob = await open('Bob', { modules: make() })
    const sent = bob.seen.length
    await ada.clientele.setActive({ session: 'sess_Ada' })
    expect(await ada.clientele.getToken()).toContain('.')
    await ada.clientele.setActive({ session: null })
    await ada.clientele.signOut()
    await ada.clock.advance(600_000)
    expect(bob.clientele.user?.firstName).toBe('Bob')
    expect(bob.seen).toHaveLength(sent)
    expect(used).toEqual([])
    expect([...ada.errors, ...bob.errors]).toEqual([])
    expect([ada.clock.pending, bob.clock.pending]).toEqual([0, 0])
    bob.clientele.dispose()
  })

  it('shows nobody who somebody else was before', async () => {
    const { clientele } = await open('Ada', { modules: [persist()] })
    await flush()
    clientele.dispose()
    const fetch = async () => {
      throw new TypeError('fetch failed')
    }
    const next = createClientele({
      publishableKey,
      fetch,
      loadTimeout: 1,
      modules: [persist(), pin()],
    })
    await next.load()
    await flush()
    expect([next.status, next.user]).toEqual(['degraded', undefined])
    next.dispose()
  })

  it('keeps no process from ending', () => {
    vi.unstubAllGlobals()
    const busy = () => process.getActiveResourcesInfo().length
    const before = busy()
    const all = Array.from({ length: 10 }, () =>
      createClientele({ publishableKey, modules: [...browserModules(), pin(), persist()] }),
    )
    expect(busy()).toBe(before)
    for (const clientele of all) clientele.dispose()
  })

  it.each([
    ['a document that nobody shows', { document: {} }],
    ['a window that is none', { document: {}, window: {} }],
  ])('%s is no page', async (_, globals) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
    const { clientele } = await open('Ada', { modules: [...browserModules(), pin(), persist()] })
    await clientele.getToken()
    await flush()
    expect(used).toEqual([])
    clientele.dispose()
  })
})

describe('without a page, with ports given', () => {
  it('each module does what it does with them', async () => {
    const origin = createFakeOrigin()
    const stored = createShared('stored')
    const pinned = createShared('pinned')
    const request: typeof origin.locks.request = (...given) => {
      used.push('own locks')
      return origin.locks.request(...given)
    }
    const { clientele } = await open('Ada', {
      modules: [
        tabs({ channel: origin.channel }),
        locks({ locks: { request } }),
        persist({ storage: stored }),
        pin({ storage: pinned }),
      ],
    })
    await clientele.getToken()
    await flush()
    expect(origin.posted).toMatchObject([{ kind: 'tokens' }])
    expect(new Set(used)).toEqual(
      new Set([
        'own locks',
        'stored.getItem',
        'stored.setItem',
        'pinned.getItem',
        'pinned.setItem',
      ]),
    )
    clientele.dispose()
  })
})
