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
  const item = (text: string, onClick: () => unknown) => (
    <button
      key={text}
      type="button"
      popoverTarget="accounts"
      popoverTargetAction="hide"
      onClick={onClick}
    >
      {text}
    </button>
  )
  return (
    <>
      <button className="menu-button" type="button" popoverTarget="accounts">
        <span className="avatar" aria-hidden="true">
          {name.charAt(0).toUpperCase()}
        </span>
        <span>{name}</span>
      </button>
      <nav className="menu" id="accounts" popover="auto" aria-label="Accounts">
        {sessions
          .filter(({ id }) => id !== active?.id)
          .map(({ id, user }) =>
            item(`Switch to ${nameOf(user)}`, () => setActive({ session: id })),
          )}
        {item('Add account', () => location.assign('#sign-in'))}
        {active && item('Sign out', () => signOut({ sessionId: active.id }))}
        {sessions.length > 1 && item('Sign out of all accounts', () => signOut())}
      </nav>
    </>
  )
}
