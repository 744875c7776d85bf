import { initialsOf } from '../lib/initials.ts'
import { primaryEmailOf } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import type { UserRecord } from '../model/records/user.ts'

/**
 * Where a picture of initials is: what stands in for one that nobody gave. Clerk's forms know it by
 * `avatar_placeholder` in its address, and offer nothing to remove.
 */
export const initialsUrl = (
  { issuer }: Pick<Instance, 'issuer'>,
  ...names: readonly (string | null)[]
): string => {
  const letters = initialsOf(...names) || 'A'
  return `${issuer}/__emulator/images/avatar_placeholder/${encodeURIComponent(letters)}`
}

/** The picture of a user: the one that was uploaded, or that of the initials. */
export const imageUrlOf = (instance: Pick<Instance, 'issuer'>, user: UserRecord): string => {
  if (user.image) return user.image.url
  const name = [user.firstName, user.lastName].filter(Boolean).join(' ')
  const email = primaryEmailOf(user)?.emailAddress.replace(/@.*/, '') ?? null
  return initialsUrl(instance, name, user.username, email)
}
