import { z } from 'zod'
import type { UserRecord } from './database.ts'
import type { Instance } from './instance.ts'
import { primaryEmailOf } from './serialize/user.ts'
import { isSignedIn } from './state/clients.ts'
import { closeFromOutside } from './state/sessions.ts'
import { createUser, digestPassword, findUserBy, markUserChanged, newEmailAddress } from './state/users.ts'

const metadata = z.record(z.string(), z.unknown())

const UserInput = z.strictObject({
  id: z.string().min(1).optional(),
  emailAddress: z.string().includes('@').nullish(),
  emailVerified: z.boolean().optional(),
  password: z.string().min(1).nullish(),
  username: z.string().min(1).nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  publicMetadata: metadata.optional(),
  unsafeMetadata: metadata.optional(),
  externalId: z.string().nullish(),
  banned: z.boolean().optional(),
})

/** What can be said about a user, all of it optional. The password may be weaker than the instance's policy. */
export type UserInput = z.input<typeof UserInput>

/** A user as the instance knows it; times are epoch milliseconds. */
export type EmulatedUser = Readonly<
  Omit<UserRecord, 'passwordHash'> & { emailAddress: string | null; passwordEnabled: boolean }
>

/** The users of the instance. */
export interface UserControl {
  /** @throws TypeError when an identifier is taken or a field is wrong. */
  create(input?: UserInput): EmulatedUser
  /** By id, email address or username. */
  get(idOrIdentifier: string): EmulatedUser | undefined
  list(): readonly EmulatedUser[]
  /** Changes what is given; another email address takes the place of the primary one. */
  update(id: string, input: Omit<UserInput, 'id'>): EmulatedUser
  /** Deletes a user and removes its sessions everywhere. */
  delete(id: string): void
}

const toUser = ({ passwordHash, ...user }: UserRecord): EmulatedUser => ({
  ...structuredClone(user),
  emailAddress: primaryEmailOf({ passwordHash, ...user })?.emailAddress ?? null,
  passwordEnabled: passwordHash !== null,
})

const parse = (input: UserInput): UserInput => {
  const result = UserInput.safeParse(input)
  if (result.success) return structuredClone(result.data)
  const faults = result.error.issues.map(issue => `${issue.path.join('.') || 'user'}: ${issue.message}`)
  throw new TypeError(`Wrong user: ${faults.join('; ')}.`)
}

const checkFree = (instance: Instance, { id, emailAddress, username }: UserInput, self?: UserRecord): void => {
  if (id !== undefined && instance.database.users.has(id)) throw new TypeError(`There is a user ${id} already.`)
  for (const identifier of [emailAddress, username]) {
    const holder = identifier ? findUserBy(instance, identifier) : undefined
    if (holder && holder !== self) throw new TypeError(`${identifier} belongs to the user ${holder.id} already.`)
  }
}

const applyEmail = (instance: Instance, user: UserRecord, { emailAddress, emailVerified }: UserInput): void => {
  if (emailAddress === undefined) return
  const others = user.emailAddresses.filter(({ id }) => id !== user.primaryEmailAddressId)
  const primary = emailAddress === null ? null : newEmailAddress(instance, emailAddress, emailVerified)
  user.emailAddresses = primary ? [primary, ...others] : others
  user.primaryEmailAddressId = user.emailAddresses[0]?.id ?? null
}

const applyPassword = (instance: Instance, user: UserRecord, password: UserInput['password']): void => {
  if (password === undefined) return
  user.passwordHash = password === null ? null : digestPassword(instance, password)
  user.passwordUpdatedAt = instance.clock.now()
}

export const createUserControl = (instance: Instance): UserControl => {
  const { users, sessions, signIns } = instance.database
  const find = (id: string): UserRecord => {
    const user = users.get(id)
    if (!user) throw new TypeError(`There is no user ${id}: take an id from list().`)
    return user
  }
  return {
    create: (input = {}) => {
      const { password, ...given } = parse(input)
      checkFree(instance, given)
      return toUser(
        createUser(instance, { ...given, passwordHash: password ? digestPassword(instance, password) : null }),
      )
    },
    get: idOrIdentifier => {
      const user = users.get(idOrIdentifier) ?? findUserBy(instance, idOrIdentifier)
      return user && toUser(user)
    },
    list: () => [...users.values()].map(toUser),
    update: (id, input) => {
      instance.stamped.clear()
      const user = find(id)
      const { id: _, emailAddress, emailVerified, password, ...rest } = parse(input)
      checkFree(instance, { emailAddress, username: rest.username }, user)
      applyEmail(instance, user, { emailAddress, emailVerified })
      applyPassword(instance, user, password)
      Object.assign(user, Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)))
      markUserChanged(instance, user)
      return toUser(user)
    },
    delete: id => {
      find(id)
      instance.stamped.clear()
      for (const session of sessions.values()) {
        if (session.userId === id && isSignedIn(session)) closeFromOutside(instance, session, 'removed')
      }
      for (const signIn of signIns.values()) if (signIn.userId === id) signIn.abandonAt = 0
      users.delete(id)
    },
  }
}
