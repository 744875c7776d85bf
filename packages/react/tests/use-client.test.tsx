import { openApp } from '@clientele/conformance'
import type { Client, ClienteleStore } from '@clientele/core'
import {
  ClienteleProvider,
  useClient,
  useClienteleStore,
  useSession,
  useStatus,
} from '@clientele/react'
import { Component, type ReactNode, startTransition, useLayoutEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { openScreen } from './support/screen.tsx'

const openLoaded = async () => {
  const app = openApp()
  await app.clientele.load()
  const [ada, bob] = [await app.signIn('Ada'), await app.signIn('Bob')]
  return { ...app, ada, bob }
}

type Select = (client: Client | undefined) => unknown
type Tell = (value: unknown) => void

const selectNames = (client: Client | undefined) =>
  client?.sessions.map(({ user }) => user?.firstName) ?? []
const sameList = (a: readonly unknown[], b: readonly unknown[]) => a.join() === b.join()
const selectEmail = (client: Client | undefined) => client?.signUp.emailAddress ?? 'none'

const Names = () => <i>{useClient(selectNames).join()} </i>
const NameAt = ({ index }: { index: number }) =>
  useClient(client => client?.sessions[index]?.user?.firstName)
const Email = () => <i>{useClient(selectEmail)} </i>
const Slice = ({ select }: { select: Select }) => String(useClient(select))

const KeptNames = ({ tell }: { tell: Tell }) => {
  const stable = useClient(selectNames, sameList)
  const inline = useClient(client => selectNames(client), sameList)
  useLayoutEffect(() => {
    tell(stable)
    tell(inline)
  })
  return null
}

const always = () => true
const AnySessions = ({ tell }: { tell: Tell }) => {
  const sessions = useClient(client => client?.sessions, always)
  useLayoutEffect(() => tell(sessions))
  return null
}

const Row = ({ id }: { id: string }) =>
  useClient(client => {
    const session = client?.sessions.find(session => session.id === id)
    if (!session) throw new Error(`${id} is gone`)
    return session.user?.firstName
  })
const Rows = () => useClient(client => client?.sessions)?.map(({ id }) => <Row key={id} id={id} />)

/**
 * Does something in the middle of a render, which no application may: it stands for an event
 * between two of its slices.
 */
const During = ({ work }: { work: () => void }) => {
  work()
  return null
}
/** Does something after a render, before subscriptions are made. */
const After = ({ work }: { work: () => void }) => {
  useLayoutEffect(work)
  return null
}

const Told = ({ use, tell }: { use: () => unknown; tell: Tell }) => {
  tell(use())
  return null
}

/** Shows what was thrown below it. */
class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}
  static getDerivedStateFromError = (error: Error) => ({ error })
  override render = () => this.state.error?.message ?? this.props.children
}

const within = ({ clientele }: { readonly clientele: ClienteleStore }, children: ReactNode) => (
  <ClienteleProvider clientele={clientele}>{children}</ClienteleProvider>
)

describe('useClient', () => {
  it('outside of a provider names the remedy', async () => {
    const fault = new TypeError(
      'No store: render <ClienteleProvider> above; one @clientele/react only; await promises',
    )
    await expect(openScreen(<Names />)).rejects.toThrow(fault)
  })

  it('selects anew when an inline selector uses other props', async () => {
    const app = await openLoaded()
    const { element, show } = await openScreen(within(app, <NameAt index={0} />))
    await show(within(app, <NameAt index={1} />))
    expect(element.textContent).toBe('Bob')
  })

  it('runs a selector once for each client, whatever happens to the connection', async () => {
    const app = await openLoaded()
    const asked: unknown[] = []
    const select = (client: Client | undefined) => asked.push(client)
    const { act } = await openScreen(within(app, <Slice select={select} />))
    app.cut()
    await act(() =>
      app
        .client()
        .create()
        .catch(() => {}),
    )
    app.cut(false)
    await act(() => app.rename(app.ada, 'Augusta'))
    expect(asked).toHaveLength(2)
    expect(asked[1]).toBe(app.client())
  })

  it('keeps an equal slice over renders with new selectors', async () => {
    const app = await openLoaded()
    const slices = new Set<unknown>()
    const page = () => within(app, <KeptNames tell={slice => slices.add(slice)} />)
    const { show } = await openScreen(page())
    await show(page())
    await show(page())
    expect(slices.size).toBe(2)
  })

  it('gives what a selector throws to the boundary above it, and lets the others render', async () => {
    const app = await openLoaded()
    const select = (client: Client | undefined) => {
      if (client?.sessions[0]?.user?.firstName === 'Augusta') throw new Error('mine')
      return 'fine '
    }
    const page = [
      <Boundary key="thrower">
        <Slice select={select} />
      </Boundary>,
      <Names key="names" />,
    ]
    const { element, act } = await openScreen(within(app, page), { onCaughtError: () => {} })
    expect(element.textContent).toBe('fine Ada,Bob ')
    await act(() => app.rename(app.ada, 'Augusta'))
    expect(element.textContent).toBe('mineAugusta,Bob ')
  })

  it('asks no reader for a session that its parent is about to take away', async () => {
    const app = await openLoaded()
    const { element, act } = await openScreen(within(app, <Rows />))
    await act(() => app.client().sessions[0]?.remove())
    expect(element.textContent).toBe('Bob')
  })

  it('sees a change that comes between its render and its subscription', async () => {
    const app = await openLoaded()
    await app.client().signUp.create({ emailAddress: 'eve@example.com' })
    const page = [
      <Email key="email" />,
      <After key="after" work={() => app.client().resetSignUp()} />,
    ]
    const { element } = await openScreen(within(app, page))
    expect(element.textContent).toBe('none ')
  })

  it('shows one state in one commit, also when it changes in the middle of a concurrent render', async () => {
    const app = await openLoaded()
    await app.client().signUp.create({ emailAddress: 'eve@example.com' })
    const committed: (string | null)[] = []
    const { element, show, act } = await openScreen(null)
    const page = [
      <Email key="before" />,
      <During key="during" work={() => app.client().resetSignUp()} />,
      <Email key="after" />,
      <After key="end" work={() => void committed.push(element.textContent)} />,
    ]
    await act(() => startTransition(() => void show(within(app, page))))
    expect(committed).toEqual(['none none '])
  })

  it('follows the provider to another store, and keeps nothing of the one before', async () => {
    const [one, two] = [await openLoaded(), await openLoaded()]
    const seen: unknown[] = []
    const reader = <AnySessions tell={sessions => void seen.push(sessions)} />
    const { show } = await openScreen(within(one, reader))
    await show(within(two, reader))
    expect(seen[0]).toBe(one.client().sessions)
    expect(seen.at(-1)).toBe(two.client().sessions)
  })

  it('reads the nearest provider', async () => {
    const [outer, inner] = [await openLoaded(), openApp()]
    const page = (
      <>
        <Names />
        {within(inner, <Names />)}
      </>
    )
    const { element } = await openScreen(within(outer, page))
    expect(element.textContent).toBe('Ada,Bob  ')
  })
})

describe('its siblings', () => {
  it('useStatus renders once for each change of the status', async () => {
    const app = openApp()
    const seen: unknown[] = []
    const { act } = await openScreen(
      within(app, <Told use={useStatus} tell={status => void seen.push(status)} />),
    )
    await act(() => void app.clientele.load())
    await act(() => app.clientele.load())
    app.cut()
    await act(() =>
      app
        .client()
        .create()
        .catch(() => {}),
    )
    expect(seen).toEqual(['idle', 'loading', 'ready', 'degraded'])
  })

  it('useSession tells not known from signed out, and follows the active session', async () => {
    const app = openApp()
    const seen: unknown[] = []
    const { act } = await openScreen(
      within(app, <Told use={useSession} tell={session => void seen.push(session)} />),
    )
    await act(() => app.clientele.load())
    await act(() => app.signIn('Ada'))
    await act(() => app.clientele.setActive({ session: app.client().sessions[0] ?? null }))
    await act(() => app.clientele.signOut())
    expect(seen).toMatchObject([undefined, null, { user: { firstName: 'Ada' } }, null])
  })

  it('useClienteleStore gives the store and renders for nothing', async () => {
    const app = openApp()
    const seen: unknown[] = []
    const { act } = await openScreen(
      within(app, <Told use={useClienteleStore} tell={store => void seen.push(store)} />),
    )
    await act(() => app.clientele.load())
    expect(seen).toEqual([app.clientele])
  })
})
