import type { ClienteleOptions } from '@clientele/core'
import { pendingClient, whenLoaded } from '@clientele/core/when-loaded'
import { createEmulator } from '@clientele/emulator'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'

const open = (options: Partial<ClienteleOptions> = {}) => {
  const emulator = createEmulator()
  const { fetch } = emulator.agent()
  return createClientele({ publishableKey: emulator.publishableKey, fetch, ...options })
}

const offline = { fetch: () => Promise.reject(new TypeError('fetch failed')) }
const refusing = {
  fetch: async () =>
    Response.json({ errors: [{ code: 'host_invalid', message: 'no' }] }, { status: 400 }),
}

describe('whenLoaded', () => {
  it('loads the client, and gives the same one to all who ask', async () => {
    const clientele = open()
    const [one, two] = await Promise.all([whenLoaded(clientele), whenLoaded(clientele)])
    expect(one).toBe(clientele.client)
    expect(two).toBe(one)
  })

  it('asks nobody for what is known', async () => {
    const loaded = open()
    const client = await whenLoaded(loaded)
    const other = open({ initialState: loaded.store.getState(), ...offline })
    expect((await whenLoaded(other)).id).toBe(client.id)
    expect(other.status).toBe('ready')
  })

  it('says why there is no client', async () => {
    const clock = createManualClock()
    const unheard = expect(whenLoaded(open({ ...offline, clock }))).rejects.toMatchObject({
      name: 'ClienteleError',
      code: 'network_error',
    })
    await clock.advance(7000)
    await unheard
    await expect(whenLoaded(open(refusing))).rejects.toMatchObject({
      code: 'host_invalid',
      status: 400,
    })
  })
})

describe('pendingClient', () => {
  beforeEach(() => void vi.stubGlobal('window', globalThis))
  afterEach(() => void vi.unstubAllGlobals())

  it('sends nothing on a server, which cannot wait for what its page does not know', () => {
    vi.unstubAllGlobals()
    const clientele = open()
    expect(pendingClient(clientele)).toMatchObject({
      message: expect.stringContaining('initialState'),
    })
    expect(clientele.status).toBe('idle')
  })

  it('changes nothing before it is waited for, and never rejects', async () => {
    const clientele = open(refusing)
    const pending = pendingClient(clientele)
    expect(clientele.status).toBe('idle')
    await expect(pending).resolves.toBeUndefined()
    expect(pendingClient(clientele)).toMatchObject({ name: 'ClienteleError', code: 'host_invalid' })
  })

  it('is why there is no client, once that is clear', async () => {
    const clock = createManualClock()
    const clientele = open({ ...offline, clock })
    const pending = pendingClient(clientele)
    const known = pending instanceof Promise ? pending.then(() => {}) : pending
    await clock.advance(7000)
    await known
    expect(clientele.status).toBe('degraded')
    expect(pendingClient(clientele)).toMatchObject({ code: 'network_error' })
  })

  it('ends with a store that was disposed of', async () => {
    const clientele = open()
    clientele.dispose()
    await pendingClient(clientele)
    expect(pendingClient(clientele)).toMatchObject({ code: 'disposed' })
  })

  it('names the remedy to who began without a client that is known', async () => {
    const clientele = open()
    await pendingClient(clientele)
    expect(() => {
      throw pendingClient(clientele)
    }).toThrow(/initialState/)
  })
})
