import { z } from 'zod'
import { createTicket } from '../domain/tickets.ts'
import { freeRecord } from '../lib/free-json.ts'
import { readInput, UnknownRecord } from '../lib/input-errors.ts'
import { isPlainUrl } from '../lib/one-line.ts'
import type { Instance } from '../model/instance.ts'

export const TicketInputSchema = z.strictObject({
  /** Signs this user in, once. */
  userId: z.string().optional(),
  /** Invites who has this address to sign up, or in. */
  emailAddress: z.string().includes('@').optional(),
  /** Given to the user who signs up by it. */
  publicMetadata: freeRecord.optional(),
  /** Where `url` leads on to, with `__clerk_ticket` and `__clerk_status` in its query. */
  redirectUrl: z.string().refine(isPlainUrl, 'an absolute URL, in one line').optional(),
  /** ms until it expires; 30 days when not set. */
  lifetime: z.number().nonnegative().optional(),
})

/** What a ticket is made for. */
export type TicketInput = z.input<typeof TicketInputSchema>

/** Sign-in tokens and invitations, as the Backend API makes them. */
export interface TicketControl {
  /**
   * `ticket` goes into an address as `__clerk_ticket`; `expireAt` is epoch milliseconds.
   *
   * @throws TypeError unless there is either a known user or an email address.
   */
  create(input: TicketInput): { readonly ticket: string; readonly expireAt: number }
  /** Makes a ticket useless. */
  revoke(ticket: string): void
}

export const createTicketControl = (instance: Instance): TicketControl => {
  const { tickets, users } = instance.database
  return {
    create: input => {
      const given = structuredClone(readInput(TicketInputSchema, 'ticket', input))
      const { userId, emailAddress, publicMetadata = {}, redirectUrl = null, lifetime } = given
      if ((userId === undefined) === (emailAddress === undefined))
        throw new TypeError('A ticket is either for a userId or for an emailAddress.')
      if (userId !== undefined && !users.has(userId)) throw new UnknownRecord('user', userId)
      const kind = userId === undefined ? 'invitation' : 'sign_in_token'
      const { id, expireAt } = instance.change(() =>
        createTicket(instance, {
          kind,
          userId: userId ?? null,
          emailAddress: emailAddress ?? null,
          publicMetadata,
          redirectUrl,
          lifetime,
        }),
      )
      return { ticket: id, expireAt }
    },
    revoke: id =>
      instance.change(() => {
        const ticket = tickets.get(id)
        if (!ticket) throw new TypeError('There is no such ticket.')
        ticket.status = 'revoked'
      }),
  }
}
