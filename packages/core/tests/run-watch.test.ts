import { createClientele, type Module } from '@clientele/core'
import { afterEach, expect, it } from 'vitest'
import { resetRunFinder, runFinder } from './support/run-watch/run-finder.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson } from './support/wire.ts'

// The watch that every test of this run is under: that it sees what it is there for.

afterEach(resetRunFinder)

const { console: log } = globalThis
const secret = jwtOf('sess_1', 4_000_000_000)

const open = async (module: Module) => {
  const session = sessionJson('sess_1', { last_active_token: { jwt: secret } })
  const { fetch } = scriptedFetch(() =>
    json({ response: clientJson({ sessions: [session] }), client: null }),
  )
  const storage = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
  const clientele = createClientele({ publishableKey, fetch, storage, modules: [module] })
  await clientele.load()
  return clientele
}

it('knows the secrets of the wire, and finds none in a store as it is', async () => {
  await open(() => {})
  expect(runFinder().known()).toBeGreaterThan(0)
  expect(runFinder().leaks()).toEqual([])
})

it.each<[string, Module]>([
  [
    'state',
    ({ store }) =>
      store.commit(draft => {
        draft.client.id = secret
      }),
  ],
  [
    'URL',
    ({ ports }) => void ports.fetch(`https://example.com/?token=${secret}`, {}).catch(() => {}),
  ],
  ['storage key', ({ ports }) => ports.storage.setItem(secret, '')],
  ['error', () => void new TypeError(`no ${secret}`)],
  ['log', () => log.debug(secret)],
  [
    'timeline',
    kernel => {
      kernel.explain = () =>
        // as: any event
        ({ signedOut: null, events: [{ at: 0, kind: 'transition', text: secret }] }) as never
    },
  ],
])('sees one in a %s', async (place, module) => {
  await open(module)
  expect(runFinder().leaks()).toContain(`token in ${place}`)
})
