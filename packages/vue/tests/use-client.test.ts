import { countListeners, openApp } from '@clientele/conformance'
import type { Client } from '@clientele/core'
import {
  clienteleKey,
  createClientelePlugin,
  useClient,
  useClienteleStore,
  useSession,
  useStatus,
} from '@clientele/vue'
import { describe, expect, it } from 'vitest'
import { computed, createApp, defineComponent, effectScope, h, provide, ref, shallowRef } from 'vue'
import { openScreen } from './support/screen.ts'

const openLoaded = async () => {
  const app = openApp()
  await app.clientele.load()
  const [ada, bob] = [await app.signIn('Ada'), await app.signIn('Bob')]
  return { ...app, ada, bob }
}

const selectNames = (client: Client | undefined) =>
  client?.sessions.map(({ user }) => user?.firstName) ?? []
const sameList = (a: readonly unknown[], b: readonly unknown[]) => a.join() === b.join()

const Names = defineComponent({
  setup: () => {
    const names = useClient(selectNames)
    return () => h('i', `${names.value.join()} `)
  },
})

/** Shows whatever `use` gives. */
const showing = (use: () => { readonly value: unknown }) =>
  defineComponent({
    setup: () => {
      const shown = use()
      return () => String(shown.value)
    },
  })

describe('useClient', () => {
  it('in an app without the plugin, or outside of setup, names the remedy', () => {
    const fault = new TypeError(
      'No store: use(createClientelePlugin()), in setup(); one @clientele/vue; await promises',
    )
    const app = createApp(Names)
    const caught: unknown[] = []
    app.config.errorHandler = error => caught.push(error)
    app.config.warnHandler = () => {} // It has nothing to render then, which is not the point.
    app.mount(document.createElement('div'))
    expect(caught).toEqual([fault])
    expect(() => useClient()).toThrow(fault)
  })

  it('selects anew when something reactive that the selector reads has changed', async () => {
    const { clientele } = await openLoaded()
    const index = ref(0)
    const { element, act } = openScreen(
      clientele,
      showing(() => useClient(client => client?.sessions[index.value]?.user?.firstName)),
    )
    await act(() => index.value++)
    expect(element.textContent).toBe('Bob')
  })

  it('takes a ref of a selector', async () => {
    const { clientele, ada, rename } = await openLoaded()
    const which = ref<'first' | 'last'>('first')
    const selectors = {
      first: (client: Client | undefined) => client?.sessions[0]?.user?.firstName,
      last: (client: Client | undefined) => client?.sessions.at(-1)?.user?.firstName,
    }
    const selector = computed(() => selectors[which.value])
    const { element, act } = openScreen(
      clientele,
      showing(() => useClient(selector)),
    )
    await act(() => rename(ada, 'Augusta'))
    expect(element.textContent).toBe('Augusta')
    await act(() => {
      which.value = 'last'
    })
    expect(element.textContent).toBe('Bob')
  })

  it('runs a selector once for each client, whatever happens to the connection', async () => {
    const { clientele, client, ada, rename, cut } = await openLoaded()
    const asked: unknown[] = []
    const selector = (client: Client | undefined) => asked.push(client)
    const { act } = openScreen(
      clientele,
      showing(() => useClient(selector)),
    )
    cut()
    await act(() =>
      client()
        .create()
        .catch(() => {}),
    )
    cut(false)
    await act(() => rename(ada, 'Augusta'))
    expect(asked).toHaveLength(2)
    expect(asked[1]).toBe(client())
  })

  it('keeps an equal slice', async () => {
    const { clientele, emulator, client, ada } = await openLoaded()
    const slices = new Set<unknown>()
    const { act } = openScreen(
      clientele,
      showing(() => {
        const names = useClient(selectNames, sameList)
        const whole = useClient()
        return computed(() => [whole.value, slices.add(names.value)])
      }),
    )
    emulator.users.update(ada, { lastName: 'Lovelace' })
    await act(() => client().reload())
    expect(slices.size).toBe(1)
  })

  it('is true as soon as a promise resolves, before anything has rendered', async () => {
    const { clientele, client } = await openLoaded()
    const scope = effectScope()
    const app = createApp({}).use(createClientelePlugin({ clientele }))
    const names = app.runWithContext(() => scope.run(() => useClient(selectNames)))
    await client().sessions[0]?.remove()
    expect(names?.value).toEqual(['Bob'])
    scope.stop()
  })

  it('gives what a selector throws to the app, and lets the others render', async () => {
    const { clientele, ada, rename } = await openLoaded()
    const Thrower = showing(() =>
      useClient(client => {
        if (client?.sessions[0]?.user?.firstName === 'Augusta') throw new Error('mine')
        return 'fine '
      }),
    )
    const { app, element, act } = openScreen(clientele, () => [h(Thrower), h(Names)])
    const caught: unknown[] = []
    app.config.errorHandler = error => caught.push(error)
    expect(element.textContent).toBe('fine Ada,Bob ')
    await act(() => rename(ada, 'Augusta'))
    expect(element.textContent).toContain('Augusta,Bob ')
    expect(caught).toEqual([new Error('mine')])
  })

  it('asks no reader for a session that its parent is about to take away', async () => {
    const { clientele, client } = await openLoaded()
    const Row = defineComponent({
      props: { id: { type: String, required: true } },
      setup: props => {
        const name = useClient(client => {
          const session = client?.sessions.find(({ id }) => id === props.id)
          if (!session) throw new Error(`${props.id} is gone`)
          return session.user?.firstName
        })
        return () => name.value
      },
    })
    const Rows = defineComponent({
      setup: () => {
        const sessions = useClient(client => client?.sessions)
        return () => sessions.value?.map(({ id }) => h(Row, { id, key: id }))
      },
    })
    const { element, act } = openScreen(clientele, Rows)
    await act(() => client().sessions[0]?.remove())
    expect(element.textContent).toBe('Bob')
  })

  it('reads the store that was provided nearest', async () => {
    const [outer, inner] = [await openLoaded(), openApp()]
    const Inner = defineComponent({
      setup: () => {
        provide(clienteleKey, inner.clientele)
        return () => h(Names)
      },
    })
    const { element } = openScreen(outer.clientele, () => [h(Names), h(Inner)])
    expect(element.textContent).toBe('Ada,Bob  ')
  })

  it('leaves no listener behind in a scope of its own, nor where nothing would end it', async () => {
    const { clientele, count } = countListeners((await openLoaded()).clientele)
    const app = createApp({}).use(createClientelePlugin({ clientele }))
    const scope = effectScope()
    app.runWithContext(() => scope.run(() => [useClient(), useStatus()]))
    expect(count()).toBe(2)
    scope.stop()
    expect(count()).toBe(0)
    expect(app.runWithContext(() => useClient(selectNames)).value).toEqual(['Ada', 'Bob'])
    expect(count()).toBe(0)
  })

  it('leaves no listener behind when a component is taken away', async () => {
    const { clientele, count } = countListeners((await openLoaded()).clientele)
    const there = shallowRef(true)
    const { act } = openScreen(clientele, () => (there.value ? h(Names) : null))
    expect(count()).toBe(1)
    await act(() => {
      there.value = false
    })
    expect(count()).toBe(0)
  })
})

describe('its siblings', () => {
  it('useStatus follows the status', async () => {
    const { clientele, client, cut } = openApp()
    const { element, act } = openScreen(clientele, showing(useStatus))
    const seen = [element.textContent]
    await act(() => void clientele.load())
    seen.push(element.textContent)
    await act(() => clientele.load())
    seen.push(element.textContent)
    cut()
    await act(() =>
      client()
        .create()
        .catch(() => {}),
    )
    seen.push(element.textContent)
    expect(seen).toEqual(['idle', 'loading', 'ready', 'degraded'])
  })

  it('useSession tells not known from signed out, and follows the active session', async () => {
    const { clientele, client, signIn } = openApp()
    const seen: unknown[] = []
    const Reader = showing(() => {
      const session = useSession()
      return computed(() => seen.push(session.value))
    })
    const { act } = openScreen(clientele, Reader)
    await act(() => clientele.load())
    await act(() => signIn('Ada'))
    await act(() => clientele.setActive({ session: client().sessions[0] ?? null }))
    await act(() => clientele.signOut())
    expect(seen).toMatchObject([undefined, null, { user: { firstName: 'Ada' } }, null])
  })

  it('useClienteleStore gives the store', () => {
    const { clientele } = openApp()
    const seen: unknown[] = []
    openScreen(
      clientele,
      showing(() => ({ value: seen.push(useClienteleStore()) })),
    )
    expect(seen).toEqual([clientele])
  })
})
