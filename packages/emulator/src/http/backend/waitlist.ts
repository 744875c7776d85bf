import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { createTicket } from '../../domain/tickets.ts'
import { findUserBy } from '../../domain/users.ts'
import { enterWaitlist } from '../../domain/waitlist.ts'
import { identifierExists } from '../../lib/api-errors.ts'
import { actionInvalid } from '../../lib/backend-errors.ts'
import { normalEmail } from '../../model/identifiers.ts'
import type { WaitlistEntryRecord } from '../../model/records/waitlist-entry.ts'
import { toInvitationJson } from '../../serialize/backend/ticket.ts'
import type { Env } from '../request-context.ts'
import { handlersOf } from './collection.ts'
import { assertNoBody, bodyOf, one, optionalFlag, queryOf } from './read-input.ts'
import { sendInvitation } from './send-invitation.ts'

const { list, find, answer, remove } = handlersOf<WaitlistEntryRecord>({
  object: 'waitlist_entry',
  tableOf: ({ database }) => database.waitlistEntries,
  wrapped: 'always',
  toJson: ({ id, emailAddress, status, ticketId, createdAt, updatedAt }, instance) => {
    const ticket = instance.database.tickets.get(ticketId ?? '')
    return {
      object: 'waitlist_entry',
      id,
      email_address: emailAddress,
      status,
      ...(ticket ? { invitation: toInvitationJson(instance, '', ticket) } : {}),
      created_at: createdAt,
      updated_at: updatedAt,
    }
  },
})

const CreateSchema = z.strictObject({
  email_address: z.string().includes('@'),
  notify: optionalFlag,
})

const enter = (c: Context<Env>) => {
  const { email_address: address } = bodyOf(c, CreateSchema)
  return answer(c, enterWaitlist(c.env.instance, normalEmail(address)))
}

const assertPending = ({ status }: WaitlistEntryRecord): void => {
  if (status !== 'pending') throw actionInvalid('waitlist entry', status)
}

const invite = (c: Context<Env>) => {
  const { instance, incoming } = c.env
  const entry = find(c)
  const { ignore_existing: isIgnored } = bodyOf(
    c,
    z.strictObject({ ignore_existing: optionalFlag }),
  )
  assertPending(entry)
  if (!isIgnored && findUserBy(instance, entry.emailAddress))
    throw identifierExists('email_address')
  const ticket = createTicket(instance, { kind: 'invitation', emailAddress: entry.emailAddress })
  sendInvitation(instance, incoming.base, ticket)
  entry.status = 'invited'
  entry.ticketId = ticket.id
  return answer(c, entry)
}

const reject = (c: Context<Env>) => {
  const entry = find(c)
  assertNoBody(c)
  assertPending(entry)
  entry.status = 'rejected'
  return answer(c, entry)
}

const statuses = z.enum(['pending', 'invited', 'rejected', 'completed'])

/** `/v1/waitlist_entries` */
export const createWaitlistRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const query = queryOf(c, { status: one.pipe(statuses).optional(), query: one.optional() })
      const found = c.env.instance.database.waitlistEntries.where(
        ({ emailAddress, status }) =>
          (query.status === undefined || status === query.status) &&
          (query.query === undefined || emailAddress.includes(query.query.toLowerCase())),
      )
      return list(c, found)
    })
    .post('/', enter)
    .delete('/:id', c => {
      assertPending(find(c))
      return remove(c)
    })
    .post('/:id/invite', invite)
    .post('/:id/reject', reject)
