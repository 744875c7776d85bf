import type { User } from '@clientele/core'
import { useClient, useClienteleStore, useSession } from '@clientele/react'

export const nameOf = ({ fullName, primaryEmailAddress, username, id }: User) =>
  fullName ?? primaryEmailAddress?.emailAddress ?? username ?? id

/** Who is signed in on this device: switch, add, sign out. */
export const AccountMenu = () => {
  const { setActive, signOut } = useClienteleStore()
  const active = useSession()
  const sessions = useClient(client => client?.signedInSessions) ?? []
  if (sessions.length === 0) return null
  const name = active?.user ? nameOf(active.user) : 'Choose an account'
  const hide = { popoverTarget: 'accounts', popoverTargetAction: 'hide' } as const
  return (
    <>
      <button className="menu-button" type="button" popoverTarget="accounts">
        <span className="avatar" aria-hidden="true">
          {name.charAt(0).toUpperCase()}
        </span>
        <span>{name}</span>
      </button>
      <nav className="menu" id="accounts" popover="auto" aria-label="Accounts">
        {sessions.map(({ id, user }) =>
          id === active?.id ? null : (
            <button key={id} type="button" {...hide} onClick={() => setActive({ session: id })}>
              Switch to {nameOf(user)}
            </button>
          ),
        )}
        <button type="button" {...hide} onClick={() => location.assign('#sign-in')}>
          Add account
        </button>
        {active && (
          <button type="button" {...hide} onClick={() => signOut({ sessionId: active.id })}>
            Sign out
          </button>
        )}
        {sessions.length > 1 && (
          <button type="button" {...hide} onClick={() => signOut()}>
            Sign out of all accounts
          </button>
        )}
      </nav>
    </>
  )
}
