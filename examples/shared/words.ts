import type { Session, SignUp, User } from '@clientele/core'

export const nameOfUser = (user: User): string =>
  user.fullName ?? user.primaryEmailAddress?.emailAddress ?? user.username ?? user.id

/** The name to list a session by; a session that is over may no longer have its user. */
export const nameOfSession = ({ user, publicUserData, id }: Session): string =>
  user ? nameOfUser(user) : (publicUserData?.identifier ?? id)

/** The sign-up waits for the proof of its address: also after the page was reloaded in the middle of it. */
export const waitsForCode = ({ status, unverifiedFields }: SignUp): boolean =>
  status === 'missing_requirements' && unverifiedFields.includes('email_address')
