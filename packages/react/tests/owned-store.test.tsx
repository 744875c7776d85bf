import { openApp } from '@clientele/conformance'
import type { ClienteleStore } from '@clientele/core'
import {
  ClienteleProvider,
  type ClienteleProviderProps,
  useClienteleStore,
  useStatus,
  useSuspenseClient,
} from '@clientele/react'
import { type ReactNode, StrictMode, Suspense, useEffect } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { acting, openScreen } from './support/screen.tsx'

// A provider that makes its store from options, and ends it.

const Probe = ({ stores }: { readonly stores: Set<ClienteleStore> }) => {
  const store = useClienteleStore()
  useEffect(() => void stores.add(store), [store, stores])
  return useStatus()
}

const Account = () => <p>{useSuspenseClient().sessions.length} sessions</p>

/** Options for a provider, and what it asked for. */
const open = () => {
  const { emulator } = openApp()
  const { fetch } = emulator.agent()
  const asked: string[] = []
  const stores = new Set<ClienteleStore>()
  const options = {
    publishableKey: emulator.publishableKey,
    fetch: (input, init) => {
      asked.push(new URL(String(input)).pathname)
      return fetch(input, init)
    },
  } satisfies ClienteleProviderProps
  return { options, asked, stores }
}

const settled = () => acting(() => new Promise(resolve => setTimeout(resolve)))

it.each<[string, (page: ReactNode) => ReactNode]>([
  ['by itself', page => page],
  ['in strict mode', page => <StrictMode>{page}</StrictMode>],
])('%s loads one store, once, and ends it', async (_, within) => {
  const { options, asked, stores } = open()
  const page = within(
    <ClienteleProvider {...options}>
      <Probe stores={stores} />
    </ClienteleProvider>,
  )
  const { element, show, close } = await openScreen(page)
  await settled()
  await show(page)
  expect(element.textContent).toBe('ready')
  expect(asked).toEqual(['/v1/client'])
  expect(stores.size).toBe(1)
  await close()
  const [store] = stores
  await expect(store?.load()).rejects.toMatchObject({ code: 'disposed' })
})

it('is found again by a page that suspends above it', async () => {
  const { options, asked } = open()
  const { element, close } = await openScreen(
    <Suspense fallback="Loading…">
      <ClienteleProvider {...options}>
        <Account />
      </ClienteleProvider>
    </Suspense>,
  )
  await settled()
  expect(element.textContent).toBe('0 sessions')
  expect(asked).toEqual(['/v1/client'])
  await close()
})

it('takes nothing over from a render that never came to the page', async () => {
  const left = open()
  renderToString(
    <ClienteleProvider {...left.options}>
      <Probe stores={left.stores} />
    </ClienteleProvider>,
  )
  const { options, asked, stores } = open()
  const { element, close } = await openScreen(
    <ClienteleProvider {...options}>
      <Probe stores={stores} />
    </ClienteleProvider>,
  )
  await settled()
  expect(element.textContent).toBe('ready')
  expect(left.asked).toEqual([])
  expect(asked).toEqual(['/v1/client'])
  await close()
})

it('makes another one for another key', async () => {
  const { options, stores } = open()
  const page = (publishableKey: string) => (
    <ClienteleProvider {...options} publishableKey={publishableKey}>
      <Probe stores={stores} />
    </ClienteleProvider>
  )
  const { show, close } = await openScreen(page(options.publishableKey))
  await show(page(`pk_live_${btoa('clerk.example.com$')}`))
  expect(stores.size).toBe(2)
  await close()
})

it('asks for nothing where there is no page, and renders what it was given', () => {
  const { options, asked, stores } = open()
  const page = (
    <ClienteleProvider {...options}>
      <Probe stores={stores} />
    </ClienteleProvider>
  )
  expect(renderToString(page)).toBe('idle')
  expect(asked).toEqual([])
})

it('names a wrong option', () => {
  // @ts-expect-error: neither a store nor a key
  const page = <ClienteleProvider />
  expect(() => renderToString(page)).toThrow('publishableKey is missing')
})
