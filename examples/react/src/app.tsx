import { Show, useClienteleStore, useSession } from '@clientele/react'
import { useSyncExternalStore } from 'react'
import { AccountMenu } from './account-menu.tsx'
import { Profile } from './profile.tsx'
import { SignIn } from './sign-in.tsx'
import { SignUp } from './sign-up.tsx'

const onHash = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const App = ({ title }: { title: string }) => {
  const page = useSyncExternalStore(onHash, () => location.hash)
  const session = useSession()
  const { load } = useClienteleStore()
  const form = page === '#sign-up' ? <SignUp /> : page === '#sign-in' && <SignIn />
  return (
    <>
      <header className="header">
        <a href="#profile">{title}</a>
        <AccountMenu />
      </header>
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
        <Show when="degraded">
          <p className="notice">The sign-in service cannot be reached. You stay signed in.</p>
        </Show>
        <Show when="signed-out">{form || <SignIn />}</Show>
        <Show when="signed-in">{form || <Profile key={session?.id} />}</Show>
      </main>
    </>
  )
}
