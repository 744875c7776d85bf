import { ticketStatusOf, ticketUrlOf } from '../../domain/tickets.ts'
import type { Instance } from '../../model/instance.ts'
import type { TicketRecord } from '../../model/records/ticket.ts'

const commonOf = (instance: Instance, ticket: TicketRecord) => ({
  id: ticket.resourceId,
  status: ticketStatusOf(instance, ticket),
  created_at: ticket.createdAt,
  updated_at: ticket.updatedAt,
})

// Only what may still be used has an address.
const addressOf = (instance: Instance, base: string, ticket: TicketRecord) =>
  ticketStatusOf(instance, ticket) === 'pending' ? { url: ticketUrlOf(base, ticket) } : {}

// These are not told to be too old.
const withoutExpiry = <Json extends { status: string }>(json: Json): Json => ({
  ...json,
  status: json.status === 'expired' ? 'pending' : json.status,
})

/** @param base what stands before `/v1` in the address of the Frontend API. */
export const toSignInTokenJson = (instance: Instance, base: string, ticket: TicketRecord) =>
  withoutExpiry({
    object: 'sign_in_token',
    user_id: ticket.userId,
    token: ticket.id,
    ...addressOf(instance, base, ticket),
    ...commonOf(instance, ticket),
  })

/** @param base what stands before `/v1` in the address of the Frontend API. */
export const toActorTokenJson = (instance: Instance, base: string, ticket: TicketRecord) =>
  withoutExpiry({
    object: 'actor_token',
    user_id: ticket.userId,
    actor: ticket.actor,
    token: ticket.id,
    ...addressOf(instance, base, ticket),
    ...commonOf(instance, ticket),
  })

/** @param base what stands before `/v1` in the address of the Frontend API. */
export const toInvitationJson = (instance: Instance, base: string, ticket: TicketRecord) => ({
  object: 'invitation',
  email_address: ticket.emailAddress,
  public_metadata: ticket.publicMetadata,
  ...addressOf(instance, base, ticket),
  ...(ticket.status === 'revoked' ? { revoked: true } : {}),
  expires_at: ticket.expireAt,
  ...commonOf(instance, ticket),
})
