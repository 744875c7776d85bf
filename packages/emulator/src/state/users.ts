import type { EmailAddressRecord, Metadata, UserRecord } from '../database.ts'
import type { Instance } from '../instance.ts'
import { hashPassword } from '../passwords.ts'
import { markChanged, markNew } from './changes.ts'

export interface NewUser {
  readonly id?: string | undefined
  readonly emailAddress?: string | null | undefined
  readonly emailVerified?: boolean | undefined
  readonly verificationStrategy?: string | undefined
  readonly passwordHash?: string | null | undefined
  readonly username?: string | null | undefined
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  readonly publicMetadata?: Metadata | undefined
  readonly unsafeMetadata?: Metadata | undefined
  readonly externalId?: string | null | undefined
  readonly banned?: boolean | undefined
  readonly legalAcceptedAt?: number | null | undefined
}

/** Email addresses are compared, and kept, in lower case. */
export const normalEmail = (text: string): string => text.trim().toLowerCase()

/** Digest of a password with a fresh salt. */
export const digestPassword = (instance: Instance, password: string): string =>
  hashPassword(password, instance.ids.secret('salt'))

export const newEmailAddress = (
  instance: Instance,
  emailAddress: string,
  verified = true,
  verificationStrategy = 'email_code',
): EmailAddressRecord => {
  const now = instance.clock.now()
  return {
    id: instance.ids.next('idn'),
    emailAddress: normalEmail(emailAddress),
    verified,
    verificationStrategy,
    createdAt: now,
    updatedAt: now,
  }
}

/** A new user. Whether its identifiers are free is for the caller to check. */
export const createUser = (instance: Instance, given: NewUser): UserRecord => {
  const now = instance.clock.now()
  const emailAddresses =
    given.emailAddress == null
      ? []
      : [newEmailAddress(instance, given.emailAddress, given.emailVerified ?? true, given.verificationStrategy)]
  const user: UserRecord = {
    id: given.id ?? instance.ids.next('user'),
    username: given.username ?? null,
    firstName: given.firstName ?? null,
    lastName: given.lastName ?? null,
    emailAddresses,
    primaryEmailAddressId: emailAddresses[0]?.id ?? null,
    passwordHash: given.passwordHash ?? null,
    passwordUpdatedAt: given.passwordHash == null ? null : now,
    publicMetadata: given.publicMetadata ?? {},
    unsafeMetadata: given.unsafeMetadata ?? {},
    externalId: given.externalId ?? null,
    banned: given.banned ?? false,
    legalAcceptedAt: given.legalAcceptedAt ?? null,
    lastSignInAt: null,
    createdAt: now,
    updatedAt: now,
  }
  instance.database.users.set(user.id, user)
  markNew(instance, user)
  return user
}

const holds = (user: UserRecord, identifier: string): boolean =>
  user.username?.toLowerCase() === identifier || user.emailAddresses.some(email => email.emailAddress === identifier)

/** The user with this email address or username, in whatever case. */
export const findUserBy = (instance: Instance, identifier: string): UserRecord | undefined => {
  const normal = normalEmail(identifier)
  for (const user of instance.database.users.values()) if (holds(user, normal)) return user
  return undefined
}

/** A user changed: so did every client that shows it. */
export const markUserChanged = (instance: Instance, user: UserRecord): void => {
  markChanged(instance, user)
  for (const client of instance.database.clients.values()) {
    const shows = client.sessionIds.some(id => instance.database.sessions.get(id)?.userId === user.id)
    if (shows) markChanged(instance, client)
  }
}
