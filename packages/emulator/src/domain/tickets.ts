import { ticketExpired, ticketInvalid, ticketRevoked, ticketUsed } from '../lib/api-errors.ts'
import type { Instance } from '../model/instance.ts'
import type { TicketRecord } from '../model/records/ticket.ts'

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
