import type { User } from '@clientele/core'

export const nameOf = ({ fullName, primaryEmailAddress, username, id }: User) =>
  fullName ?? primaryEmailAddress?.emailAddress ?? username ?? id
