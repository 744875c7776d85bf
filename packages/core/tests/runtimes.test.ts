import { createClientele as create } from '@clientele/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createManualClock, flush } from './support/manual-clock.ts'
import { clientJson, jwtOf, sessionJson } from './support/wire.ts'

// What a runtime lacks is taken away for the store alone: the server of these tests needs none.

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const publishableKey = `pk_live_${btoa('clerk.example.com$')}`

const createServer = (now: () => number) => {
  const asked: string[] = []
  const client = clientJson({ sessions: [sessionJson('sess_1')] })
  const bodyOf = (url: string) =>
    url.includes('/tokens')
      ? { jwt: jwtOf('sess_1', now() / 1000, { name: 'Grüße, 世界 🌍' }) }
      : { response: url.includes('/touch') ? client.sessions[0] : client, client }
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    asked.push(`${init.method} ${url.replace(/^.*\/v1|\?.*$/g, '')} ${init.body ?? ''}`)
    const text = JSON.stringify(bodyOf(url))
    const headers = new Map([['content-type', 'application/json']])
    const answer = { status: 200, ok: true, headers, text: async () => text }
    return answer as unknown as Response // as: the parts of it that are read
  }
  return { asked, fetch }
}

const lack = (name: string) => () => vi.stubGlobal(name, undefined)
const refuse = (name: 'set' | 'get' | 'append' | 'has') => () =>
  vi.spyOn(URLSearchParams.prototype, name).mockImplementation(() => {
    throw new Error(`URLSearchParams.${name} is not implemented`)
  })
const loseReasons = () =>
  vi.spyOn(AbortSignal.prototype, 'reason', 'get').mockReturnValue(undefined)

describe.each(['browser', 'native'] as const)('mode %s', mode => {
  it.each([
    ['TextDecoder', lack('TextDecoder')],
    ['TextEncoder', lack('TextEncoder')],
    ['atob', lack('atob')],
    ['btoa', lack('btoa')],
    ['URLSearchParams', lack('URLSearchParams')],
    ['URLSearchParams.set', refuse('set')],
    ['URLSearchParams.append', refuse('append')],
    ['the reason of a signal', loseReasons],
    ['AbortSignal.timeout and .any', () => vi.stubGlobal('AbortSignal', {})],
    ['structuredClone', lack('structuredClone')],
    ['queueMicrotask', lack('queueMicrotask')],
    ['crypto', lack('crypto')],
    ['performance', lack('performance')],
  ])('works without %s, and tokens are kept', async (_, take) => {
    const clock = createManualClock()
    const { asked, fetch } = createServer(clock.now)
    const storage = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
    take()
    const errors: unknown[] = []
    const clientele = create({
      publishableKey,
      fetch,
      clock,
      mode,
      storage,
      onError: error => errors.push(error),
    })
    await clientele.load()
    expect(clientele.status).toBe('ready')
    for (let count = 0; count < 5; count++) await clientele.getToken()
    expect(asked.filter(line => line.includes('/tokens'))).toHaveLength(1)
    await clientele.setActive({ session: 'sess_1', organization: 'org_1' })
    expect(asked.join('\n')).toContain('active_organization_id=org_1&intent=select_org')
    expect(errors).toEqual([])
    clientele.dispose()
  })
})

describe('without the reason of a signal', () => {
  const wait = () => new Promise<never>(() => {})
  const waitForSignal = (_: string, { signal }: RequestInit) =>
    new Promise<never>((__, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('Aborted')))
    })

  it.each([
    ['that ignores its signal', wait],
    ['that aborts', waitForSignal],
  ])('a request %s still says why it ended', async (_, fetch) => {
    loseReasons()
    const clock = createManualClock()
    const clientele = create({ publishableKey, fetch, clock, loadTimeout: 5000 })
    const loading = clientele.load()
    await clock.advance(5000)
    await loading
    expect(clientele.snapshots.get().error?.code).toBe('timeout')
    const token = clientele.getToken()
    clientele.dispose()
    await expect(token).rejects.toMatchObject({ code: 'disposed' })
  })
})

describe('what nothing can stand in for is named', () => {
  it.each(['AbortController'])('%s', async name => {
    vi.stubGlobal(name, undefined)
    const clock = createManualClock()
    const { fetch } = createServer(clock.now)
    const clientele = create({ publishableKey, fetch, clock, random: () => 0 })
    const said = await clientele.load().then(
      () => clientele.snapshots.get().error,
      error => error,
    )
    expect(String(said?.message)).toContain(name)
    expect(said?.code).not.toBe('network_error')
    clientele.dispose()
  })

  it('fetch', async () => {
    vi.stubGlobal('fetch', undefined)
    const clientele = create({ publishableKey, clock: createManualClock() })
    await expect(clientele.load()).rejects.toThrow('give the `fetch` option')
    expect(clientele.status).toBe('failed')
    clientele.dispose()
  })

  it('a fault of a port that is a program’s own', async () => {
    const fetch = () => {
      throw new ReferenceError('Blob is not defined')
    }
    const clientele = create({ publishableKey, fetch, clock: createManualClock() })
    const said = await clientele.load().catch(error => error)
    expect(said).toMatchObject({ message: expect.stringContaining('Blob') })
    expect(clientele.snapshots.get().error?.code).not.toBe('network_error')
    clientele.dispose()
  })
})

it('a load() that nobody waits for makes no unhandled rejection', async () => {
  const heard: unknown[] = []
  const hear = (error: unknown) => heard.push(error)
  process.on('unhandledRejection', hear)
  const fetch = () => new Promise<never>(() => {})
  const clientele = create({ publishableKey, fetch, clock: createManualClock() })
  void clientele.load()
  await flush()
  clientele.dispose()
  void clientele.load()
  for (let turn = 0; turn < 3; turn++) await flush()
  process.off('unhandledRejection', hear)
  expect(heard).toEqual([])
})
