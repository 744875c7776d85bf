import { ticketExpired, ticketInvalid, ticketRevoked, ticketUsed } from '../lib/api-errors.ts'
import { touchNew } from '../model/changes.ts'
import { normalEmail } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import type { TicketRecord } from '../model/records/ticket.ts'

type NewTicket = Pick<TicketRecord, 'kind'> &
  Partial<
    Pick<
      TicketRecord,
      'userId' | 'emailAddress' | 'publicMetadata' | 'redirectUrl' | 'actor' | 'sessionLifetime'
    >
  > & {
    /** ms until it expires; 30 days when not set. */
    readonly lifetime?: number | undefined
  }

const prefixes = { sign_in_token: 'sit', invitation: 'inv', actor_token: 'act' }
const month = 30 * 24 * 60 * 60_000

/** A new ticket. Whether there is such a user is for the caller to check. */
export const createTicket = (
  instance: Instance,
  { lifetime = month, ...given }: NewTicket,
): TicketRecord => {
  const now = instance.clock.now()
  const ticket: TicketRecord = {
    id: instance.ids.secret('ticket'),
    resourceId: instance.ids.next(prefixes[given.kind]),
    userId: null,
    publicMetadata: {},
    redirectUrl: null,
    actor: null,
    sessionLifetime: null,
    ...given,
    emailAddress: given.emailAddress == null ? null : normalEmail(given.emailAddress),
    status: 'pending',
    expireAt: now + lifetime,
    createdAt: now,
    updatedAt: now,
  }
  instance.database.tickets.set(ticket)
  touchNew(instance, ticket)
  return ticket
}

/** What has become of a ticket by now. */
export const ticketStatusOf = (
  { clock }: Instance,
  { status, expireAt }: Readonly<TicketRecord>,
): 'pending' | 'accepted' | 'revoked' | 'expired' => {
  if (status === 'used') return 'accepted'
  return status === 'pending' && expireAt <= clock.now() ? 'expired' : status
}

/** The address that uses a ticket when it is opened. */
export const ticketUrlOf = (base: string, { id }: TicketRecord): string =>
  `${base}/v1/tickets/accept?ticket=${id}`

/**
 * The ticket of this text, if it may still be used.
 *
 * @throws ApiError 400 that says what is wrong with it.
 */
export const usableTicket = (instance: Instance, text: string): TicketRecord => {
  const ticket = instance.database.tickets.get(text)
  if (!ticket) throw ticketInvalid()
  if (ticket.status === 'used') throw ticketUsed()
  if (ticket.status === 'revoked') throw ticketRevoked()
  if (ticket.expireAt <= instance.clock.now()) throw ticketExpired()
  return ticket
}
