import { openApp } from '@clientele/conformance'
import type { ClienteleStore, State } from '@clientele/core'
import {
  ClienteleProvider,
  useClient,
  useSession,
  useStatus,
  useSuspenseClient,
} from '@clientele/react'
import { type ComponentType, lazy, type ReactNode, StrictMode, Suspense } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClientele } from '../../core/tests/support/create-clientele.ts'
import { acting } from './support/screen.tsx'

const Names = () => {
  const names = useClient(client => client?.sessions.map(({ user }) => user?.firstName))
  return <p>{names?.join() ?? 'Loading…'}</p>
}

const SuspendingNames = () => (
  <p>{useSuspenseClient(({ sessions }) => sessions.map(({ user }) => user?.firstName)).join()}</p>
)

const Page = ({
  clientele,
  children,
}: {
  readonly clientele: ClienteleStore
  readonly children?: ReactNode
}) => (
  <StrictMode>
    <ClienteleProvider clientele={clientele}>
      <Names />
      <Status />
      {children}
    </ClienteleProvider>
  </StrictMode>
)

const Status = () => {
  const [status, session] = [useStatus(), useSession()]
  return <b>{session === undefined ? status : (session?.user.firstName ?? 'signed out')}</b>
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

/** Takes over what a server rendered; a fault of hydration is a failure. */
const hydrate = async (html: string, page: ReactNode) => {
  const element = document.createElement('div')
  element.innerHTML = html
  const faults: unknown[] = []
  let root: Root | undefined
  await acting(() => {
    root = hydrateRoot(element, page, { onRecoverableError: fault => faults.push(fault) })
  })
  return { element, faults, close: () => acting(() => root?.unmount()) }
}

const complaints: unknown[] = []
beforeEach(() => {
  complaints.length = 0
  vi.spyOn(console, 'error').mockImplementation((...complaint) => void complaints.push(complaint))
})
afterEach(() => {
  vi.restoreAllMocks()
  expect(complaints).toEqual([])
})

describe('on a server', () => {
  it('renders that nothing is known, when nothing is', () => {
    const { clientele } = openApp()
    expect(renderToString(<Page clientele={clientele} />)).toBe('<p>Loading…</p><b>idle</b>')
  })

  it('renders the state that it was given', async () => {
    const clientele = createClientele({
      publishableKey,
      fetch: offline,
      initialState: await openState(),
    })
    expect(renderToString(<Page clientele={clientele} />)).toContain('<p>Ada,Bob</p>')
  })

  it('renders the state that it was given although it changes while another part is still to come', async () => {
    const { clientele } = openApp({ initialState: await openState() })
    await clientele.client?.reload()
    expect(clientele.client?.sessions).toEqual([])
    expect(renderToString(<Page clientele={clientele} />)).toContain('<p>Ada,Bob</p>')
  })

  it('two requests share nothing', async () => {
    const [one, two] = [openApp({ initialState: await openState() }), openApp()]
    expect(renderToString(<Page clientele={one.clientele} />)).toContain('<p>Ada,Bob</p>')
    expect(renderToString(<Page clientele={two.clientele} />)).toContain('<p>Loading…</p>')
  })
})

describe('hydration', () => {
  it('has nothing to complain of, and goes on from there', async () => {
    const app = openApp()
    const { element, faults, close } = await hydrate(
      renderToString(<Page clientele={openApp().clientele} />),
      <Page clientele={app.clientele} />,
    )
    expect(element.innerHTML).toBe('<p>Loading…</p><b>idle</b>')
    await acting(() => app.clientele.load())
    await acting(() => app.signIn('Eve'))
    expect(element.textContent).toBe('Evesigned out')
    expect(faults).toEqual([])
    await close()
  })

  it('begins with what the server rendered, also when the store knows more by then', async () => {
    const app = openApp()
    await app.clientele.load()
    await app.signIn('Eve')
    const { element, faults } = await hydrate(
      renderToString(<Page clientele={openApp().clientele} />),
      <Page clientele={app.clientele} />,
    )
    expect(element.textContent).toBe('Evesigned out')
    expect(faults).toEqual([])
  })

  it.each([
    ['a reader', Names],
    ['a reader that suspends', SuspendingNames],
  ])('of a part that comes late, %s, shows the newest in the end', async (_, Part) => {
    const state = await openState()
    const app = openApp({ initialState: state })
    const html = renderToString(
      <Page clientele={openApp({ initialState: state }).clientele}>
        <Suspense>
          <Part />
        </Suspense>
      </Page>,
    )
    let arrive = () => {}
    const Late = lazy(
      () =>
        new Promise<{ default: ComponentType }>(resolve => {
          arrive = () => resolve({ default: Part })
        }),
    )
    const { element, faults } = await hydrate(
      html,
      <Page clientele={app.clientele}>
        <Suspense>
          <Late />
        </Suspense>
      </Page>,
    )
    await acting(() => app.signIn('Eve'))
    expect([...element.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual([
      'Eve',
      'Ada,Bob',
    ])
    await acting(arrive)
    expect([...element.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual([
      'Eve',
      'Eve',
    ])
    expect(faults).toEqual([])
  })
})
