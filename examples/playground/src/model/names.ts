import type { Session, User } from '@clientele/core'

export const nameOfUser = (user: User): string =>
  user.fullName ?? user.primaryEmailAddress?.emailAddress ?? user.username ?? user.id

/** The name to list a session by; a session that is over may no longer have its user. */
export const nameOfSession = ({ user, publicUserData, id }: Session): string =>
  user ? nameOfUser(user) : (publicUserData?.identifier ?? id)
