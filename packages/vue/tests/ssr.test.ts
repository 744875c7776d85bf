import { countListeners, openApp } from '@clientele/conformance'
import type { ClienteleStore, State } from '@clientele/core'
import {
  createClientelePlugin,
  useClient,
  useSession,
  useStatus,
  useSuspenseClient,
} from '@clientele/vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type Component,
  createSSRApp,
  defineAsyncComponent,
  defineComponent,
  h,
  nextTick,
  Suspense,
} from 'vue'
import { renderToString } from 'vue/server-renderer'
import { createClientele } from '../../core/tests/support/create-clientele.ts'

const Names = defineComponent({
  setup: () => {
    const names = useClient(client => client?.sessions.map(({ user }) => user?.firstName))
    return () => h('p', names.value?.join() ?? 'Loading…')
  },
})

const AwaitedNames = defineComponent({
  setup: async () => {
    const names = await useSuspenseClient(({ sessions }) =>
      sessions.map(({ user }) => user?.firstName),
    )
    return () => h('p', names.value.join())
  },
})

const Status = defineComponent({
  setup: () => {
    const [status, session] = [useStatus(), useSession()]
    return () =>
      h(
        'b',
        session.value === undefined
          ? status.value
          : (session.value?.user.firstName ?? 'signed out'),
      )
  },
})

const Page = () => h('main', [h(Names), h(Status)])

const createPage = (clientele: ClienteleStore, page: Component = Page) =>
  createSSRApp(page).use(createClientelePlugin({ clientele }))
const render = (clientele: ClienteleStore, page?: Component) =>
  renderToString(createPage(clientele, page))

const hydrate = (html: string, clientele: ClienteleStore, page?: Component) => {
  const element = document.createElement('div')
  element.innerHTML = html
  const app = createPage(clientele, page)
  app.mount(element)
  return { app, element }
}

const acting = async (work: () => unknown) => {
  await work()
  await nextTick()
}

const publishableKey = `pk_live_${btoa('clerk.example.com$')}`
const offline = () => Promise.reject(new TypeError('fetch failed'))

/** What a server knows of a client with two sessions, as it crosses to the browser. */
const openState = async (): Promise<State> => {
  const { clientele, signIn } = openApp()
  await clientele.load()
  await signIn('Ada')
  await signIn('Bob')
  return JSON.parse(JSON.stringify(clientele.store.getState()))
}

const complaints: unknown[] = []
beforeEach(() => {
  complaints.length = 0
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...complaint) => void complaints.push(complaint))
})
afterEach(() => {
  vi.restoreAllMocks()
  expect(complaints).toEqual([])
})

describe('on a server', () => {
  it('renders that nothing is known, when nothing is', async () => {
    const { clientele } = openApp()
    expect(await render(clientele)).toBe('<main><p>Loading…</p><b>idle</b></main>')
  })

  it('renders the state that it was given', async () => {
    const clientele = createClientele({
      publishableKey,
      fetch: offline,
      initialState: await openState(),
    })
    expect(await render(clientele)).toContain('<p>Ada,Bob</p>')
  })

  it('renders the state that it was given although it changes while another part is still to come', async () => {
    const { clientele } = openApp({ initialState: await openState() })
    await clientele.client?.reload()
    expect(clientele.client?.sessions).toEqual([])
    expect(await render(clientele)).toContain('<p>Ada,Bob</p>')
  })

  it('holds no listener, since no component there is ever taken away', async () => {
    const { clientele, count } = countListeners(openApp().clientele)
    await render(clientele)
    expect(count()).toBe(0)
  })

  it('a reader that suspends shows the state that was given, and refuses without one', async () => {
    const page = () => h(Suspense, () => h(AwaitedNames))
    expect(await render(openApp({ initialState: await openState() }).clientele, page)).toContain(
      '<p>Ada,Bob</p>',
    )
    await expect(render(openApp().clientele, page)).rejects.toThrow(/initialState/)
    expect(complaints.splice(0)).toHaveLength(1)
  })

  it('two requests share nothing', async () => {
    const [one, two] = [openApp({ initialState: await openState() }), openApp()]
    const [first, second] = await Promise.all([render(one.clientele), render(two.clientele)])
    expect(first).toContain('<p>Ada,Bob</p>')
    expect(second).toContain('<p>Loading…</p>')
  })
})

describe('hydration', () => {
  it('has nothing to complain of, and goes on from there', async () => {
    const { clientele, signIn } = openApp()
    const { element } = hydrate(await render(openApp().clientele), clientele)
    expect(element.innerHTML).toBe('<main><p>Loading…</p><b>idle</b></main>')
    await acting(() => clientele.load())
    await acting(() => signIn('Eve'))
    expect(element.textContent).toBe('Evesigned out')
  })

  it('begins with what the server rendered, also when the store knows more by then', async () => {
    const { clientele, signIn } = openApp()
    await clientele.load()
    await signIn('Eve')
    const { element } = hydrate(await render(openApp().clientele), clientele)
    expect(element.textContent).toBe('Loading…idle')
    await nextTick()
    expect(element.textContent).toBe('Evesigned out')
  })

  it.each([
    ['a reader', Names],
    ['a reader that suspends', AwaitedNames],
  ])('of a part that comes late, %s, shows the newest in the end', async (_, Part) => {
    const state = await openState()
    const { clientele, signIn } = openApp({ initialState: state })
    const withLate = (Late: Component) => () => h('main', [h(Names), h(Suspense, () => h(Late))])
    const html = await render(openApp({ initialState: state }).clientele, withLate(Part))
    let arrive = (_: Component) => {}
    const Late = defineAsyncComponent(
      () =>
        new Promise<Component>(resolve => {
          arrive = resolve
        }),
    )
    const { element } = hydrate(html, clientele, withLate(Late))
    const shown = () => [...element.querySelectorAll('p')].map(({ textContent }) => textContent)
    await acting(() => signIn('Eve'))
    expect(shown()).toEqual(['Eve', 'Ada,Bob'])
    await acting(() => arrive(Part))
    await expect.poll(shown).toEqual(['Eve', 'Eve'])
  })

  it('leaves no listener behind, whether it went through or not', async () => {
    const { clientele, count } = countListeners(openApp().clientele)
    const { app } = hydrate(await render(clientele), clientele)
    expect(count()).toBe(3)
    app.unmount()
    expect(count()).toBe(0)
  })
})
