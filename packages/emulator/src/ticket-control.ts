import type { Metadata, TicketRecord } from './database.ts'
import type { Instance } from './instance.ts'
import { normalEmail } from './state/identifiers.ts'

export interface TicketInput {
  /** Signs this user in, once. */
  readonly userId?: string
  /** Invites who has this address to sign up, or in. */
  readonly emailAddress?: string
  /** Given to the user who signs up by it. */
  readonly publicMetadata?: Metadata
  /** Where `url` leads on to, with `__clerk_ticket` and `__clerk_status` in its query. */
  readonly redirectUrl?: string
  /** ms until it expires; 30 days when not set. */
  readonly lifetime?: number
}

/** Sign-in tokens and invitations, as the Backend API makes them. */
export interface TicketControl {
  /** @throws TypeError unless there is either a known user or an email address. */
  create(input: TicketInput): { readonly ticket: string; readonly expireAt: number }
  /** Makes a ticket useless. */
  revoke(ticket: string): void
}

const month = 30 * 24 * 60 * 60_000

export const createTicketControl = (instance: Instance): TicketControl => {
  const { tickets, users } = instance.database
  return {
    create: ({ userId, emailAddress, publicMetadata = {}, redirectUrl = null, lifetime = month }) => {
      if ((userId === undefined) === (emailAddress === undefined))
        throw new TypeError('A ticket is either for a userId or for an emailAddress.')
      if (userId !== undefined && !users.has(userId)) throw new TypeError(`There is no user ${userId}.`)
      const now = instance.clock.now()
      const ticket: TicketRecord = {
        id: instance.ids.secret('ticket'),
        kind: userId === undefined ? 'invitation' : 'sign_in_token',
        userId: userId ?? null,
        emailAddress: emailAddress === undefined ? null : normalEmail(emailAddress),
        publicMetadata,
        redirectUrl,
        status: 'pending',
        expireAt: now + lifetime,
        createdAt: now,
      }
      tickets.set(ticket.id, ticket)
      return { ticket: ticket.id, expireAt: ticket.expireAt }
    },
    revoke: id => {
      const ticket = tickets.get(id)
      if (!ticket) throw new TypeError('There is no such ticket.')
      ticket.status = 'revoked'
    },
  }
}
