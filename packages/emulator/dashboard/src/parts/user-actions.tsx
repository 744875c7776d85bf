import { CopyButton, DoButton, useAct, useNow } from '@clientele/views'
import { useState } from 'preact/hooks'
import type { EmulatedUser } from '../../../src/control/users.ts'
import { nameOf } from './name.ts'

/** What an administrator does to somebody, but for deleting. */
export const UserActions = ({ user }: { readonly user: EmulatedUser }) => {
  const act = useAct()
  const now = useNow()
  const [ticket, setTicket] = useState('')
  const name = nameOf(user)
  const isLocked = user.lockedUntil !== null && user.lockedUntil > now
  const change = (verb: string) => () => act('POST', `/users/${user.id}/${verb}`)
  const invite = async () => {
    const made = await act<{ readonly ticket: string }>('POST', '/tickets', { userId: user.id })
    setTicket(made.ticket)
  }
  return (
    <>
      <DoButton label={`Make a sign-in token for ${name}`} onDo={invite}>
        Sign-in token
      </DoButton>
      {ticket && <CopyButton key={ticket} text={ticket} what="the sign-in token" />}
      <DoButton
        label={`${isLocked ? 'Unlock' : 'Lock'} ${name}`}
        onDo={change(isLocked ? 'unlock' : 'lock')}
      >
        {isLocked ? 'Unlock' : 'Lock'}
      </DoButton>
      <DoButton
        label={`${user.banned ? 'Unban' : 'Ban'} ${name}`}
        onDo={change(user.banned ? 'unban' : 'ban')}
      >
        {user.banned ? 'Unban' : 'Ban'}
      </DoButton>
    </>
  )
}
