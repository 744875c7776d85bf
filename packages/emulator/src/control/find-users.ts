import { searchedTextsOf } from '../domain/backend/find-users.ts'
import { matches, type SearchOptions } from '../lib/list-page.ts'
import type { Instance } from '../model/instance.ts'
import type { UserRecord } from '../model/records/user.ts'

/** Which users are meant; all of it must fit. */
export interface UserFilter {
  /** What its id, a name or an identifier has in it, in any case. */
  readonly query?: string | undefined
  /** `active` are those who can sign in: neither banned nor locked. */
  readonly status?: 'active' | 'banned' | 'locked' | undefined
}

/** Which users are wanted, and how many. */
export interface UserListOptions extends SearchOptions, UserFilter {}

const statuses = ['active', 'banned', 'locked']

const statusOf = ({ banned, lockedUntil }: Readonly<UserRecord>, now: number) => {
  if (banned) return 'banned'
  return lockedUntil !== null && lockedUntil > now ? 'locked' : 'active'
}

/** @throws TypeError for a status that there is none of. */
export const findUsers = (
  { clock, database }: Instance,
  { query = '', status }: UserFilter = {},
): readonly Readonly<UserRecord>[] => {
  if (status !== undefined && !statuses.includes(status))
    throw new TypeError(`status must be one of ${statuses.join(', ')}, not ${status}.`)
  const all = database.users.all()
  if (query === '' && status === undefined) return all
  const now = clock.now()
  return all.filter(
    user =>
      (status === undefined || statusOf(user, now) === status) &&
      matches([user.externalId, ...searchedTextsOf(user)], query),
  )
}
