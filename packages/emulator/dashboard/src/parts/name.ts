import type { EmulatedUser } from '../../../src/control/users.ts'

type Named = Pick<
  EmulatedUser,
  'id' | 'emailAddress' | 'username' | 'phoneNumber' | 'firstName' | 'lastName'
>

/** What somebody signs in by. */
export const identifierOf = ({ emailAddress, username, phoneNumber, id }: Named): string =>
  emailAddress ?? username ?? phoneNumber ?? id

/** How somebody is called, and what somebody without a name signs in by. */
export const nameOf = (user: Named): string =>
  [user.firstName, user.lastName].filter(Boolean).join(' ') || identifierOf(user)
