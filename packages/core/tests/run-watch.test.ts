import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Module } from '@clientele/core'
import { afterEach, describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { resetRunFinder, runFinder } from './support/run-watch/run-finder.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson } from './support/wire.ts'

// The watch that every test of this run is under: that it sees what it is there for.

afterEach(resetRunFinder)

const { console: log } = globalThis
const secret = jwtOf('sess_1', 4_000_000_000)
const fault = new TypeError(`no ${secret}`)

const open = async (module: Module = () => {}) => {
  const session = sessionJson('sess_1', { last_active_token: { jwt: secret } })
  const wire = { broken: false }
  const { fetch } = scriptedFetch(({ path }) => {
    if (wire.broken) throw fault
    if (path.endsWith('/tokens')) return json({ object: 'token', jwt: secret })
    return json({ response: clientJson({ sessions: [session] }), client: null })
  })
  const storage = { getItem: () => null, setItem: () => {}, removeItem: () => {} }
  const clientele = createClientele({ publishableKey, fetch, storage, modules: [module] })
  await clientele.load()
  return { clientele, wire }
}

it('knows the secrets of the wire, and finds none in a store as it is', async () => {
  await open()
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
  ['error', ({ onError }) => onError(fault)],
  ['log', () => log.debug(secret)],
  [
    'timeline',
    kernel => {
      kernel.hooks.explainWith(
        () =>
          // as: any event
          ({ signedOut: null, events: [{ at: 0, kind: 'transition', text: secret }] }) as never,
      )
    },
  ],
])('sees one in a %s', async (place, module) => {
  await open(module)
  expect(runFinder().leaks()).toContain(`token in ${place}`)
})

describe('sees one in the error of', () => {
  type Opened = Awaited<ReturnType<typeof open>>['clientele']
  const refuse = () => {
    throw fault
  }
  it.each<[string, (clientele: Opened) => unknown]>([
    ['a method of the store', ({ setActive }) => setActive({ session: 'sess_1' })],
    ['a method of what it shows', ({ client }) => client?.signIn.create({ identifier: 'a' })],
    ['a method of what is shown below', ({ client }) => client?.sessions[0]?.touch()],
    [
      'what a listener is given',
      ({ subscribe }) =>
        new Promise((_, reject) => {
          subscribe(client => void client?.sessions[0]?.touch().catch(reject))
        }),
    ],
    ['what a module offers', ({ use }) => use(() => ({ refuse })).refuse()],
  ])('%s', async (_, work) => {
    const { clientele, wire } = await open()
    wire.broken = true
    await expect((async () => work(clientele))()).rejects.toThrow()
    expect(runFinder().leaks()).toContain('token in error')
  })
})

it('what it shows is the same as long as it is the same', async () => {
  const { clientele } = await open()
  const { client, snapshots } = clientele
  expect(clientele.client).toBe(client)
  expect(snapshots.get().client).toBe(client)
  expect(await client?.reload()).toBe(client)
  expect(clientele.session).toBe(client?.sessions[0])
  expect(Object.isFrozen(client)).toBe(true)
})

it('every store of these tests is under it', () => {
  const packages = join(import.meta.dirname, '../..')
  const folders = ['core/tests', 'react/tests', 'vue/tests', 'conformance/src', 'conformance/tests']
  const files = folders.flatMap(folder =>
    readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name) && !name.includes('test-d'))
      .map(name => join(folder, name)),
  )
  const unwatched = files.filter(file => {
    const text = readFileSync(join(packages, file), 'utf8')
    return /import[^;]*?\bcreateClientele\b[^'"]*'@clientele\/core'/.test(text)
  })
  expect(unwatched.sort()).toEqual([
    // It makes no store: each call of it throws.
    'core/tests/arguments.test.ts',
    // What they take away the watch needs itself, and who watches a promise makes another of it.
    'core/tests/react-native.test.ts',
    'core/tests/runtimes.test.ts',
    'core/tests/support/create-clientele.ts',
  ])
})
