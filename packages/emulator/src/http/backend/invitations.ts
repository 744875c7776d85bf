import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { createTicket, ticketStatusOf } from '../../domain/tickets.ts'
import { findUserBy } from '../../domain/users.ts'
import { identifierExists } from '../../lib/api-errors.ts'
import { duplicateRecord } from '../../lib/backend-errors.ts'
import { isPlainUrl } from '../../lib/one-line.ts'
import { normalEmail } from '../../model/identifiers.ts'
import type { TicketRecord } from '../../model/records/ticket.ts'
import { toInvitationJson } from '../../serialize/backend/ticket.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList, byTime, inOrder } from './answer-list.ts'
import { assertEachOnce } from './each-once.ts'
import { bodyOf, one, optionalAmount, optionalFlag, optionalRecord, queryOf } from './read-input.ts'
import { sendInvitation } from './send-invitation.ts'
import { revokeTicket, ticketIn } from './tickets.ts'

const day = 24 * 60 * 60_000

const CreateSchema = z.strictObject({
  email_address: z.string().includes('@'),
  public_metadata: optionalRecord,
  redirect_url: z.string().refine(isPlainUrl, 'an absolute URL, in one line').nullish(),
  notify: optionalFlag,
  ignore_existing: optionalFlag,
  expires_in_days: optionalAmount,
  template_slug: z.enum(['invitation', 'waitlist_invitation']).nullish(),
})

type NewInvitation = z.output<typeof CreateSchema>

const answer = (c: Context<Env>, ticket: TicketRecord) =>
  answerJson(c, () => toInvitationJson(c.env.instance, c.env.incoming.base, ticket))

const invitationsOf = (c: Context<Env>): TicketRecord[] =>
  c.env.instance.database.tickets.where(({ kind }) => kind === 'invitation')

// All that can be wrong is found before the first one is made.
const assertInvitable = (c: Context<Env>, given: NewInvitation): void => {
  const { instance } = c.env
  const address = normalEmail(given.email_address)
  if (given.ignore_existing) return
  if (findUserBy(instance, address)) throw identifierExists('email_address')
  const isPending = invitationsOf(c).some(
    each => each.emailAddress === address && ticketStatusOf(instance, each) === 'pending',
  )
  if (isPending) throw duplicateRecord(`There is a pending invitation for ${address} already.`)
}

const invite = (c: Context<Env>, given: NewInvitation): TicketRecord => {
  const { instance, incoming } = c.env
  const ticket = createTicket(instance, {
    kind: 'invitation',
    emailAddress: given.email_address,
    publicMetadata: given.public_metadata ?? {},
    redirectUrl: given.redirect_url ?? null,
    lifetime: given.expires_in_days == null ? undefined : given.expires_in_days * day,
  })
  if (given.notify !== false) sendInvitation(instance, incoming.base, ticket)
  return ticket
}

const create = (c: Context<Env>) => {
  const given = bodyOf(c, CreateSchema)
  assertInvitable(c, given)
  return answer(c, invite(c, given))
}

const createAll = (c: Context<Env>) => {
  const all = bodyOf(c, z.array(CreateSchema).min(1, 'at least one').max(10, 'at most ten'))
  for (const given of all) assertInvitable(c, given)
  assertEachOnce(all)
  const { instance, incoming } = c.env
  const tickets = all.map(given => invite(c, given))
  return c.json(tickets.map(ticket => toInvitationJson(instance, incoming.base, ticket)))
}

const statuses = z.enum(['pending', 'accepted', 'revoked', 'expired'])

const list = (c: Context<Env>) => {
  const { instance, incoming } = c.env
  const query = queryOf(c, { status: one.pipe(statuses).optional(), query: one.optional() })
  const found = invitationsOf(c).filter(
    each =>
      (query.status === undefined || ticketStatusOf(instance, each) === query.status) &&
      (query.query === undefined ||
        each.emailAddress?.includes(query.query.toLowerCase()) ||
        each.resourceId === query.query),
  )
  const sorted = inOrder(c, found, {
    ...byTime,
    email_address: ({ emailAddress }) => emailAddress,
    expires_at: ({ expireAt }) => expireAt,
  })
  const toJson = (ticket: TicketRecord) => toInvitationJson(instance, incoming.base, ticket)
  return answerList(c, sorted, toJson, { wrapped: 'asked' })
}

/** `/v1/invitations` */
export const createInvitationRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', list)
    .post('/', create)
    .post('/bulk', createAll)
    .post('/:id/revoke', c => {
      const ticket = ticketIn(c, 'invitation', 'Invitation')
      revokeTicket(c, ticket, 'invitation')
      return answer(c, ticket)
    })
