import { Show, useClienteleStore, useSession } from '@clientele/react'
import { useSyncExternalStore } from 'react'
import { AccountMenu } from './account-menu.tsx'
import { Profile } from './profile.tsx'
import { SignIn } from './sign-in.tsx'
import { SignUp } from './sign-up.tsx'

const listenTo =
  (...events: readonly string[]) =>
  (listener: () => void) => {
    for (const name of events) addEventListener(name, listener)
    return () => {
      for (const name of events) removeEventListener(name, listener)
    }
  }
const onNetwork = listenTo('online', 'offline')
const onHash = listenTo('hashchange')

export const App = ({ title }: { title: string }) => {
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine)
  const page = useSyncExternalStore(onHash, () => location.hash)
  const session = useSession()
  const { load } = useClienteleStore()
  return (
    <>
      <header className="header">
        <a href="#profile">{title}</a>
        <AccountMenu />
      </header>
      <div role="status">
        {!isOnline && <p className="notice">You are offline. You stay signed in.</p>}
        <Show when="degraded">
          <p className="notice">The sign-in service cannot be reached. It is tried again.</p>
        </Show>
      </div>
      <main>
        <Show when="loading">
          <p className="hint">Loading…</p>
        </Show>
        <Show when="failed">
          <p role="alert">The sign-in service refused to answer. Is the publishable key right?</p>
          <button className="button" type="button" onClick={() => load()}>
            Try again
          </button>
        </Show>
        <Show when="signed-out">{page === '#sign-up' ? <SignUp /> : <SignIn />}</Show>
        <Show when="signed-in">
          {page === '#sign-up' && <SignUp />}
          {page === '#sign-in' && <SignIn />}
          {!/^#sign-/.test(page) && <Profile key={session?.id} />}
        </Show>
      </main>
    </>
  )
}
