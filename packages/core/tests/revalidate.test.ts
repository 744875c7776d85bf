import { revalidate } from '@clientele/core/revalidate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, sessionJson } from './support/wire.ts'

const client = () =>
  json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null })

const open = (
  options: { throttle?: number; answer?: (seen: Seen) => Response | Promise<Response> } = {},
) => {
  const { answer = client, throttle } = options
  const clock = createManualClock()
  const page = createFakePage()
  const errors: unknown[] = []
  const wire = scriptedFetch(request => answer(request))
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    random: () => 0,
    onError: error => errors.push(error),
    modules: [revalidate({ page, throttle })],
  })
  const reads = () => wire.count('GET', '/client')
  return { clientele, clock, page, reads, errors, ...wire }
}

/** Loaded long enough ago that nothing is throttled. */
const opened = async (options?: Parameters<typeof open>[0]) => {
  const all = open(options)
  await all.clientele.load()
  await all.clock.advance(5000)
  return all
}

describe('the client is read again', () => {
  it.each([
    ['focus', {}],
    ['visibilitychange', {}],
    ['pageshow', { persisted: true }],
    ['online', {}],
  ])('on %s', async (type, fields) => {
    const { page, reads, clientele } = await opened()
    const told = vi.fn()
    clientele.snapshots.subscribe(told)
    page.fire(type, fields)
    await flush()
    expect(reads()).toBe(2)
    expect(told).not.toHaveBeenCalled()
  })

  it('once for events that come together, also while the answer is on its way', async () => {
    let answer = (_: Response) => {}
    let next: () => Response | Promise<Response> = client
    const { page, reads } = await opened({ answer: () => next() })
    next = () =>
      new Promise(resolve => {
        answer = resolve
      })
    page.fire('focus')
    page.fire('visibilitychange')
    page.fire('pageshow', { persisted: true })
    page.fire('online')
    await flush()
    page.fire('focus')
    expect(reads()).toBe(2)
    answer(client())
    await flush()
    page.fire('focus')
    await flush()
    expect(reads()).toBe(2)
  })

  it('5 seconds after the last answer at the soonest', async () => {
    const { page, reads, clock } = await opened()
    page.fire('focus')
    await clock.advance(4999)
    page.fire('focus')
    await flush()
    expect(reads()).toBe(2)
    await clock.advance(1)
    page.fire('focus')
    await flush()
    expect(reads()).toBe(3)
  })

  it('with a throttle of its own', async () => {
    const { page, reads, clock } = await opened({ throttle: 60_000 })
    page.fire('focus')
    await flush()
    expect(reads()).toBe(1)
    await clock.advance(55_000)
    page.fire('focus')
    await flush()
    expect(reads()).toBe(2)
    expect(() => revalidate({ throttle: Number.NaN })).toThrow('throttle must be')
    expect(() => revalidate({ throttle: -1 })).toThrow('throttle must be')
  })

  it('and what changed is told once', async () => {
    let next = client
    const { page, clientele } = await opened({ answer: () => next() })
    const told = vi.fn()
    clientele.subscribe(current => current?.sessions.length, told)
    next = () => json({ response: clientJson(), client: null })
    page.fire('focus')
    await flush()
    expect(told.mock.calls).toEqual([[0, 1]])
    expect(clientele.session).toBeNull()
  })
})

describe('nothing is asked', () => {
  it('while the page is hidden', async () => {
    const { page, reads } = await opened()
    page.visible = false
    for (const type of ['focus', 'visibilitychange', 'online']) page.fire(type)
    await flush()
    expect(reads()).toBe(1)
    page.visible = true
    page.fire('visibilitychange')
    await flush()
    expect(reads()).toBe(2)
  })

  it('when the page is shown for the first time', async () => {
    const { page, reads } = await opened()
    page.fire('pageshow', { persisted: false })
    await flush()
    expect(reads()).toBe(1)
  })

  it('right after load', async () => {
    const { page, reads, clientele } = open()
    await clientele.load()
    page.fire('focus')
    await flush()
    expect(reads()).toBe(1)
  })

  it('before anyone has asked for the client, and while load asks', async () => {
    const { page, clientele, seen, clock } = open()
    page.fire('focus')
    await flush()
    expect(seen).toEqual([])
    const loading = clientele.load()
    page.fire('focus')
    await clock.advance(0)
    await loading
    expect(seen).toHaveLength(1)
  })

  it('of a state that a server rendered, before load', async () => {
    const rendered = await opened()
    const state = rendered.clientele.store.getState()
    const { fetch, seen } = scriptedFetch(client)
    const page = createFakePage()
    createClientele({ publishableKey, fetch, initialState: state, modules: [revalidate({ page })] })
    page.fire('focus')
    await flush()
    expect(seen).toEqual([])
  })

  it('once it is disposed, and nothing is listened to', async () => {
    const { page, reads, clientele } = await opened()
    expect(page.listening()).toEqual(['focus', 'online', 'pageshow', 'visibilitychange'])
    clientele.dispose()
    expect(page.listening()).toEqual([])
    page.fire('focus')
    await flush()
    expect(reads()).toBe(1)
  })
})

describe('a failure', () => {
  const failing = (fail: () => Response) => {
    let failed = false
    return {
      answer: () => (failed ? fail() : client()),
      begin: () => {
        failed = true
      },
      end: () => {
        failed = false
      },
    }
  }

  it('of the network is tried again as soon as the network is back', async () => {
    const { answer, begin, end } = failing(() => {
      throw new TypeError('fetch failed')
    })
    const { page, clientele, clock, errors } = await opened({ answer })
    begin()
    page.fire('focus')
    await clock.advance(2200)
    expect(clientele.status).toBe('degraded')
    expect(clientele.session?.id).toBe('sess_1')
    end()
    page.fire('focus')
    await flush()
    expect(clientele.status).toBe('degraded')
    page.fire('online')
    await flush()
    expect(clientele.status).toBe('ready')
    expect(errors).toEqual([])
  })

  it('of the server is left to the server’s own time', async () => {
    const { answer, begin } = failing(() =>
      json({}, { status: 503, headers: { 'retry-after': '60' } }),
    )
    const { page, reads, clock } = await opened({ answer })
    begin()
    page.fire('focus')
    await clock.advance(30_000)
    for (const type of ['focus', 'online']) page.fire(type)
    await flush()
    expect(reads()).toBe(2)
  })

  it('that is a refusal is reported', async () => {
    const { answer, begin } = failing(() => json(errorJson('client_gone'), { status: 422 }))
    const { page, errors, clientele } = await opened({ answer })
    begin()
    page.fire('focus')
    await flush()
    expect(errors).toMatchObject([{ code: 'client_gone' }])
    expect(clientele.status).toBe('ready')
  })
})

describe('the page around', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'document')
    Reflect.deleteProperty(globalThis, 'window')
  })
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, configurable: true })

  it('is used when none is given', async () => {
    const { window, document, listening } = createFakePage()
    define('window', window)
    define('document', document)
    const clientele = createClientele({ publishableKey, modules: [revalidate()] })
    expect(listening()).toHaveLength(4)
    clientele.dispose()
  })

  it('may be missing, or be none', () => {
    createClientele({ publishableKey, modules: [revalidate()] }).dispose()
    define('window', {})
    define('document', {})
    createClientele({ publishableKey, modules: [revalidate()] }).dispose()
  })
})
