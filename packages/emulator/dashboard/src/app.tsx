import { Clock, type Control, LiveProvider, useEmulator, useLive } from '@clientele/views'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import type { Facts } from './facts.ts'
import { ActivityPage } from './pages/activity.tsx'
import { DataPage } from './pages/data.tsx'
import { FaultsPage } from './pages/faults.tsx'
import { OrganizationsPage } from './pages/organizations.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { UsersPage } from './pages/users.tsx'
import { WebhooksPage } from './pages/webhooks.tsx'
import { type PageName, pages, toHash, useRoute } from './route.ts'

const views = {
  activity: ActivityPage,
  users: UsersPage,
  organizations: OrganizationsPage,
  faults: FaultsPage,
  settings: SettingsPage,
  webhooks: WebhooksPage,
  data: DataPage,
}

const Trouble = () => {
  const { problem } = useEmulator()
  return (
    <p class="trouble" role="alert">
      {problem}
    </p>
  )
}

const Navigation = ({ page }: { readonly page: PageName }) => {
  const list = useRef<HTMLElement>(null)
  // On a narrow screen not all of them fit.
  useEffect(() => {
    const { current } = list
    const link = current?.querySelector<HTMLElement>('[aria-current]')
    if (current && link) current.scrollLeft = link.offsetLeft - current.clientWidth / 2
  }, [page])
  return (
    <nav ref={list} aria-label="Pages">
      {Object.entries(pages).map(([name, title]) => (
        <a
          key={name}
          // as: one of the names above
          href={toHash(name as PageName)}
          aria-current={name === page ? 'page' : undefined}
        >
          {title}
        </a>
      ))}
    </nav>
  )
}

/** Ages are by the emulator's clock, which may stand still. */
const useEmulatorNow = () => {
  const { value } = useLive(control =>
    control.get<{ readonly now: number; readonly frozen: boolean }>('/clock'),
  )
  const clock = useRef({ offset: 0, frozenAt: 0 })
  useEffect(() => {
    if (!value) return
    const { now, frozen } = value
    clock.current = { offset: now - Date.now(), frozenAt: frozen ? now : 0 }
  }, [value])
  return useCallback(() => clock.current.frozenAt || Date.now() + clock.current.offset, [value])
}

const Shell = ({ facts }: { readonly facts: Facts }) => {
  const now = useEmulatorNow()
  const { page } = useRoute()
  const Page = views[page]
  return (
    <Clock now={now}>
      <header>
        <h1>Clientele emulator</h1>
        <p class="hint">For development and tests only: nothing here is secret.</p>
        <Navigation page={page} />
      </header>
      <Trouble />
      <main>
        <Page key={page} facts={facts} />
      </main>
    </Clock>
  )
}

interface AppProps {
  readonly control: Control
  readonly facts: Facts
}

const settle = () => {
  document.body.dataset.state = 'ready'
}

/** Everything that an emulator knows, while it happens, and what can be done with it. */
export const App = ({ control, facts }: AppProps) => (
  <LiveProvider control={control} onSettled={settle}>
    <Shell facts={facts} />
  </LiveProvider>
)
