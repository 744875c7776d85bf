import { z } from 'zod'
import { createClient, isSignedIn, rotateToken, sessionsOf } from '../domain/clients.ts'
import { expireDueOfAll } from '../domain/expire-due.ts'
import { activateOrganization, findOrganization, membershipIn } from '../domain/organizations.ts'
import { assignTasks, closeFromOutside, startSession } from '../domain/sessions.ts'
import { readInput, UnknownRecord } from '../lib/input-errors.ts'
import { type ListOptions, pageOf } from '../lib/list-page.ts'
import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { SessionRecord, SessionStatus } from '../model/records/session.ts'
import { mintSessionToken } from '../tokens/session-token.ts'

export const SessionInputSchema = z.strictObject({
  /** Who is signed in. */
  userId: z.string().min(1),
  /** The organization that is active in it, by id or slug; none when not set. */
  organizationId: z.string().min(1).optional(),
})

/** Who is signed in, on a device of its own. */
export type SessionInput = z.input<typeof SessionInputSchema>

/** A session as the instance knows it; times are epoch milliseconds. */
export type EmulatedSession = Readonly<Omit<SessionRecord, 'token'>>

/** A client as the instance knows it, without its credential; times are epoch milliseconds. */
export type EmulatedClient = Readonly<
  Omit<ClientRecord, 'rotatingToken' | 'superseded' | 'rotatingTokenNonce' | 'recentSessionIds'>
>

/** Which sessions are wanted, and how many. */
export interface SessionListOptions extends ListOptions {
  /** Only those of this user. */
  readonly userId?: string | undefined
}

/** What others than the client do to its sessions: administrators, other devices, time. */
export interface SessionControl {
  /**
   * Signs a user in on a new client, such as another device.
   *
   * @throws TypeError for a user that is unknown, or no member of the organization.
   */
  create(input: SessionInput): EmulatedSession
  /**
   * All sessions of all clients, or those of one user, those that are over included, in order of
   * creation.
   */
  list(options?: SessionListOptions): readonly EmulatedSession[]
  /**
   * Mints a session token as the session would get it now, to look at.
   *
   * @throws TypeError unless the session is signed in.
   */
  token(id: string): Promise<string>
  /** Revokes a session, as an administrator or another device does. */
  revoke(id: string): EmulatedSession
  /** Lets a session expire now. */
  expire(id: string): EmulatedSession
  /**
   * Makes a signed-in session `pending` on tasks, such as `choose-organization`; none makes it
   * `active` again.
   */
  assignTasks(id: string, tasks: readonly string[]): EmulatedSession
}

/** The clients of the instance: one a browser. */
export interface ClientControl {
  /** All of them, in order of creation. */
  list(options?: ListOptions): readonly EmulatedClient[]
  /**
   * Rotates a client's token behind its back, as a redirect flow in an external browser does.
   *
   * @returns the nonce by which the client gets the new token: `rotating_token_nonce` on its next
   * read.
   */
  rotate(id: string): { readonly rotatingTokenNonce: string }
}

const missing = (what: string, id: string): never => {
  throw new UnknownRecord(what, id)
}

const toSession = ({ token, ...session }: Readonly<SessionRecord>): EmulatedSession =>
  structuredClone(session)

const toClient = (instance: Instance, client: Readonly<ClientRecord>): EmulatedClient => {
  const { rotatingToken, superseded, rotatingTokenNonce, recentSessionIds, ...rest } = client
  return { ...rest, sessionIds: sessionsOf(instance, client).map(({ id }) => id) }
}

const begin = (instance: Instance, input: SessionInput): SessionRecord => {
  const { userId, organizationId } = readInput(SessionInputSchema, 'session', input)
  const user = instance.database.users.get(userId) ?? missing('user', userId)
  const organization =
    organizationId === undefined ? null : findOrganization(instance, organizationId)
  if (organization !== null && !membershipIn(instance, userId, organization?.id ?? ''))
    throw new TypeError(`The user ${userId} is no member of ${organizationId}.`)
  const client = createClient(instance)
  const session = startSession(instance, client, user, 'ticket', { isOwn: false })
  if (organization) activateOrganization(instance, session, organization.id)
  return session
}

export const createSessionControl = (instance: Instance): SessionControl => {
  const change = (work: () => SessionRecord) => toSession(instance.change(work))
  const find = (id: string) => instance.database.sessions.get(id) ?? missing('session', id)
  const close = (id: string, status: SessionStatus) =>
    change(() => {
      const session = find(id)
      if (status === 'expired') session.expireAt = instance.clock.now()
      closeFromOutside(instance, session, status)
      return session
    })
  return {
    list: (options = {}) => {
      expireDueOfAll(instance)
      const { userId } = options
      const { sessions } = instance.database
      const found =
        userId === undefined ? sessions.all() : sessions.where(of => of.userId === userId)
      return pageOf(found, options).map(toSession)
    },
    token: async id => {
      const session = find(id)
      if (!isSignedIn(session))
        throw new TypeError(`The session ${id} is ${session.status}: it gets no token.`)
      return (await mintSessionToken(instance, session)).jwt
    },
    create: input => change(() => begin(instance, input)),
    revoke: id => close(id, 'revoked'),
    expire: id => close(id, 'expired'),
    assignTasks: (id, tasks) =>
      change(() => {
        const session = find(id)
        if (!isSignedIn(session))
          throw new TypeError(
            `The session ${id} is ${session.status}: only a signed-in one has tasks.`,
          )
        assignTasks(session, tasks)
        return session
      }),
  }
}

export const createClientControl = (instance: Instance): ClientControl => ({
  list: options => {
    expireDueOfAll(instance)
    return pageOf(instance.database.clients.all(), options).map(client =>
      toClient(instance, client),
    )
  },
  rotate: id =>
    instance.change(() => {
      const client = instance.database.clients.get(id) ?? missing('client', id)
      rotateToken(instance, client)
      const rotatingTokenNonce = instance.ids.secret('rotating-token-nonce')
      client.rotatingTokenNonce = rotatingTokenNonce
      return { rotatingTokenNonce }
    }),
})
