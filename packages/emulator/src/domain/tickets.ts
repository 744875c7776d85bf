import { ticketExpired, ticketInvalid, ticketRevoked, ticketUsed } from '../lib/api-errors.ts'
import { normalEmail } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import type { OrganizationInvitationRecord } from '../model/records/organization.ts'
import type { TicketRecord } from '../model/records/ticket.ts'
import type { UserRecord } from '../model/records/user.ts'
import { type Context, signedInOf } from './context.ts'
import { joinBy } from './organization-offers.ts'
import { findUserBy } from './users.ts'

type NewTicket = Pick<TicketRecord, 'kind'> &
  Partial<
    Pick<
      TicketRecord,
      | 'userId'
      | 'emailAddress'
      | 'organizationInvitationId'
      | 'publicMetadata'
      | 'redirectUrl'
      | 'actor'
      | 'sessionLifetime'
    >
  > & {
    /** ms until it expires; 30 days when not set. */
    readonly lifetime?: number | undefined
  }

const prefixes = {
  sign_in_token: 'sit',
  invitation: 'inv',
  organization_invitation: 'inv',
  actor_token: 'act',
}
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
    organizationInvitationId: null,
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

const invitationOf = (
  { database }: Instance,
  { organizationInvitationId }: TicketRecord,
): OrganizationInvitationRecord | undefined =>
  database.organizationInvitations.get(organizationInvitationId ?? '')

/**
 * What a sign-up or a sign-in takes a ticket for, once: who was invited to an organization is a
 * member of it then.
 */
export const redeemTicket = (instance: Instance, ticket: TicketRecord, user: UserRecord): void => {
  ticket.status = 'used'
  const invitation = invitationOf(instance, ticket)
  if (invitation?.status === 'pending') joinBy(instance, user, invitation)
}

/**
 * What is left to do with a ticket: to sign in or up with it, or nothing (`complete`), where the
 * person that it invites is signed in already.
 */
type TicketStatus = 'sign_in' | 'sign_up' | 'complete'

const statusOf = (context: Context, ticket: TicketRecord): TicketStatus => {
  const { instance } = context
  if (ticket.kind === 'sign_in_token') return 'sign_in'
  const owner = findUserBy(instance, ticket.emailAddress ?? '')
  if (ticket.kind === 'invitation' || !owner) return 'sign_up'
  if (!signedInOf(context).some(({ userId }) => userId === owner.id)) return 'sign_in'
  redeemTicket(instance, ticket, owner)
  return 'complete'
}

/**
 * Opens the link of a ticket: who is signed in and invited to an organization joins it at once.
 *
 * @throws ApiError 400 for a ticket that is no longer one, or leads nowhere.
 */
export const openTicket = (context: Context, text: string) => {
  const ticket = usableTicket(context.instance, text)
  const { id, redirectUrl } = ticket
  if (redirectUrl === null) throw ticketInvalid()
  return { id, redirectUrl, status: statusOf(context, ticket) }
}
