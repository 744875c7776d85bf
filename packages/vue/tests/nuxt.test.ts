import { openApp } from '@clientele/conformance'
import { useUser } from '@clientele/vue'
import { installClientele } from '@clientele/vue/nuxt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'

afterEach(() => vi.unstubAllGlobals())

const Greeting = () => h('p', useUser().value?.firstName ?? 'nobody')

/** An application, its server, and the browser of somebody who is signed in or not. */
const open = async (isSignedIn: boolean) => {
  const app = openApp()
  await app.clientele.load()
  if (isSignedIn) await app.signIn('Ada')
  const cookie = app.browser
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  const options = { publishableKey: app.emulator.publishableKey, fetch: app.browser.fetch }
  const render = async () => {
    vi.stubGlobal('document', undefined)
    const headers = new Map<string, string>()
    const res = { setHeader: (name: string, value: string) => headers.set(name, value) }
    const ssrContext = { event: { node: { req: { headers: { cookie } }, res } } }
    const payload: Record<string, unknown> = {}
    const vueApp = createSSRApp(Greeting)
    await installClientele({ vueApp, payload, ssrContext }, options)
    const html = await renderToString(vueApp)
    vi.unstubAllGlobals()
    return { html, headers, payload }
  }
  return { options, render }
}

describe('a plugin of Nuxt', () => {
  it.each([
    [true, '<p>Ada</p>'],
    [false, '<p>nobody</p>'],
  ])(
    'renders on a server, and the page begins with that (signed in: %s)',
    async (who, expected) => {
      const { options, render } = await open(who)
      const { html, headers, payload } = await render()
      expect(html).toBe(expected)
      expect(Object.fromEntries(headers)).toEqual({
        'cache-control': 'private, no-store',
        vary: 'Cookie',
      })

      const vueApp = createApp(Greeting)
      await installClientele({ vueApp, payload: JSON.parse(JSON.stringify(payload)) }, options)
      const element = document.createElement('div')
      vueApp.mount(element)
      expect(element.innerHTML).toBe(expected)
      vueApp.unmount()
    },
  )

  it('refuses an option that it does not know', async () => {
    const { options } = await open(false)
    const nuxtApp = { vueApp: createApp(Greeting), payload: {} }
    // @ts-expect-error not what the types allow
    await expect(installClientele(nuxtApp, { ...options, proxyURL: '' })).rejects.toThrow(
      'proxyURL',
    )
  })
})
