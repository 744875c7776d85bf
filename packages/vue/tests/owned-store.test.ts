import { openApp } from '@clientele/conformance'
import type { ClienteleStore } from '@clientele/core'
import { createClientelePlugin, useClienteleStore, useStatus } from '@clientele/vue'
import { expect, it, vi } from 'vitest'
import { createApp, createSSRApp, defineComponent, h, nextTick } from 'vue'
import { renderToString } from 'vue/server-renderer'

// A plugin that makes its store from options, and ends it with the app.

const open = () => {
  const { emulator } = openApp()
  const { fetch } = emulator.agent()
  const asked: string[] = []
  const seen: ClienteleStore[] = []
  const Probe = defineComponent({
    setup: () => {
      seen.push(useClienteleStore())
      const status = useStatus()
      return () => h('p', status.value)
    },
  })
  const plugin = createClientelePlugin({
    publishableKey: emulator.publishableKey,
    fetch: (input, init) => {
      asked.push(new URL(String(input)).pathname)
      return fetch(input, init)
    },
  })
  return { plugin, asked, seen, Probe }
}

it('loads one store for an app, and ends it with the app', async () => {
  const { plugin, asked, seen, Probe } = open()
  const element = document.createElement('div')
  const app = createApp({ render: () => [h(Probe), h(Probe)] }).use(plugin)
  app.mount(element)
  const [store, same] = seen
  await store?.load()
  await nextTick()
  expect(element.textContent).toBe('readyready')
  expect(same).toBe(store)
  expect(asked).toEqual(['/v1/client'])
  app.unmount()
  await expect(store?.load()).rejects.toMatchObject({ code: 'disposed' })
})

it('makes one for each app', () => {
  const { plugin, seen, Probe } = open()
  const apps = [createApp(Probe).use(plugin), createApp(Probe).use(plugin)]
  for (const app of apps) app.mount(document.createElement('div'))
  expect(new Set(seen).size).toBe(2)
  for (const app of apps) app.unmount()
})

it('names a wrong option', () => {
  // @ts-expect-error: neither a store nor a key
  const plugin = createClientelePlugin({})
  expect(() => createApp({}).use(plugin)).toThrow('publishableKey is missing')
})

it('asks for nothing where there is no page', async () => {
  const { plugin, asked, Probe } = open()
  vi.stubGlobal('document', undefined)
  expect(await renderToString(createSSRApp(Probe).use(plugin))).toBe('<p>idle</p>')
  vi.unstubAllGlobals()
  expect(asked).toEqual([])
})
