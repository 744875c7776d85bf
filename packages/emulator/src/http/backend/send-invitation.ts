import { ticketUrlOf } from '../../domain/tickets.ts'
import type { Instance } from '../../model/instance.ts'
import type { TicketRecord } from '../../model/records/ticket.ts'

/** Sends an invitation with the link that accepts it. */
export const sendInvitation = (instance: Instance, base: string, ticket: TicketRecord): void => {
  const { emailAddress: to } = ticket
  if (to !== null)
    instance.send({ to, kind: 'invitation', code: null, link: ticketUrlOf(base, ticket) })
}
