import { openApp } from '@clientele/conformance'
import type { State } from '@clientele/core'
import { Clerk, type ClerkOptions } from '@clientele/core/clerk'
import { clerkPlugin, Show, useAuth, useSignIn, useUser } from '@clientele/vue/clerk'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSSRApp, defineComponent, h, nextTick } from 'vue'
import { renderToString } from 'vue/server-renderer'

const Page = defineComponent({
  setup: () => {
    const [{ isLoaded }, { user }, { signIn }] = [useAuth(), useUser(), useSignIn()]
    const name = () => user.value?.firstName ?? `${isLoaded.value} ${signIn.value?.status}`
    return () => h('p', [name(), h(Show, { when: 'signed-in' }, () => h('b', 'in'))])
  },
})

const publishableKey = `pk_live_${btoa('clerk.example.com$')}`

const openState = async (): Promise<State> => {
  const { clientele, client, signIn } = openApp()
  await clientele.load()
  await signIn('Ada')
  await clientele.setActive({ session: client().sessions[0] })
  return JSON.parse(JSON.stringify(clientele.store.getState()))
}

let asked = 0
const fetch = () => {
  asked += 1
  return Promise.reject(new TypeError('fetch failed'))
}

const create = (options: ClerkOptions = {}) =>
  createSSRApp(Page).use(clerkPlugin, { publishableKey, fetch, modules: [], ...options })

/** As where there is no document. */
const renderOnServer = async (options?: ClerkOptions): Promise<string> => {
  vi.stubGlobal('document', undefined)
  const rendered = renderToString(create(options))
  vi.unstubAllGlobals()
  return rendered
}

const complaints: unknown[] = []
beforeEach(() => {
  asked = 0
  complaints.length = 0
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...complaint) => void complaints.push(complaint))
})
afterEach(() => {
  vi.restoreAllMocks()
  expect(complaints).toEqual([])
})

describe('on a server', () => {
  it('renders that nothing is known, and asks for nothing', async () => {
    expect(await renderOnServer()).toBe('<p>false undefined<!----></p>')
    expect(asked).toBe(0)
  })

  it('renders the state that it was given', async () => {
    const html = await renderOnServer({ initialState: await openState() })
    expect(html.replace(/<!--.*?-->/g, '')).toBe('<p>Ada<b>in</b></p>')
    expect(asked).toBe(0)
  })
})

it('hydration begins with what the server rendered, also when more is known by then', async () => {
  const element = document.createElement('div')
  element.innerHTML = await renderOnServer()
  const { emulator } = openApp()
  const browser = emulator.agent()
  const clerk = new Clerk(emulator.publishableKey, { fetch: browser.fetch, modules: [] })
  await clerk.load()
  const app = createSSRApp(Page).use(clerkPlugin, { Clerk: clerk })
  app.mount(element)
  expect(element.textContent).toBe('false undefined')
  await nextTick()
  expect(element.textContent).toBe('true null')
  app.unmount()
})
