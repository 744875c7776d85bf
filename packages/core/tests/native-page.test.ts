import { nativePage } from '@clientele/core/native-page'
import { revalidate } from '@clientele/core/revalidate'
import { expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, sessionJson } from './support/wire.ts'

/** React Native's `AppState`, which a test sets. */
const createAppState = () => {
  const listeners = new Set<(state: string) => void>()
  const appState = {
    currentState: 'active',
    addEventListener: (_: 'change', listener: (state: string) => void) => {
      listeners.add(listener)
      return { remove: () => listeners.delete(listener) }
    },
  }
  const become = (state: string) => {
    appState.currentState = state
    for (const listener of listeners) listener(state)
  }
  return { appState, become, listeners }
}

/** NetInfo, which tells who comes what it knows. */
const createNetInfo = () => {
  type Listener = (state: { readonly isConnected: boolean | null }) => void
  const listeners = new Set<Listener>()
  const become = (isConnected: boolean | null) => {
    for (const listener of listeners) listener({ isConnected })
  }
  const addEventListener = (listener: Listener) => {
    listeners.add(listener)
    listener({ isConnected: true })
    return () => void listeners.delete(listener)
  }
  return { netInfo: { addEventListener }, become, listeners }
}

const open = async () => {
  const [app, network, clock] = [createAppState(), createNetInfo(), createManualClock()]
  const page = nativePage({ appState: app.appState, netInfo: network.netInfo })
  const wire = scriptedFetch(() =>
    json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null }),
  )
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    mode: 'native',
    modules: [revalidate({ page })],
  })
  await clientele.load()
  await clock.advance(5000)
  return { app, network, page, clientele, reads: () => wire.count('GET', '/client') }
}

it('the client is read again when the application comes to the foreground, and only then', async () => {
  const { app, page, reads } = await open()
  app.become('inactive')
  app.become('background')
  await flush()
  expect(page.document).toMatchObject({ visibilityState: 'hidden' })
  expect(reads()).toBe(1)
  app.become('active')
  await flush()
  expect(page.document).toMatchObject({ visibilityState: 'visible' })
  expect(reads()).toBe(2)
})

it('the client is read again when a network that was away is back, and only then', async () => {
  const { network, page, reads } = await open()
  network.become(true)
  network.become(null)
  await flush()
  expect(reads()).toBe(1)
  network.become(false)
  expect(page.window.navigator?.onLine).toBe(false)
  network.become(null)
  network.become(true)
  await flush()
  expect(page.window.navigator?.onLine).toBe(true)
  expect(reads()).toBe(2)
})

it('nothing is listened to once the store is disposed of', async () => {
  const { app, network, clientele } = await open()
  expect([app.listeners.size, network.listeners.size]).toEqual([1, 1])
  clientele.dispose()
  expect([app.listeners.size, network.listeners.size]).toEqual([0, 0])
})

it('an application that is starting is looked at, and needs no NetInfo', () => {
  const { appState } = createAppState()
  const page = nativePage({ appState: { ...appState, currentState: null } })
  expect(page.document.visibilityState).toBe('visible')
  page.window.addEventListener('online', () => {})
  expect(page.window.navigator?.onLine).toBeUndefined()
})

it('what was forgotten is named', () => {
  // as: what a program without types may do
  expect(() => nativePage({} as never)).toThrow('appState is missing: give AppState')
})
