import type { Instance } from '../model/instance.ts'
import type { UserRecord } from '../model/records/user.ts'
import { closeSessionsOfUser } from './sessions.ts'

/** Bans a user and revokes its sessions everywhere. */
export const banUser = (instance: Instance, user: UserRecord): void => {
  user.banned = true
  closeSessionsOfUser(instance, user, 'revoked')
}

/** Lets a banned user sign in again. */
export const unbanUser = (user: UserRecord): void => {
  user.banned = false
}
