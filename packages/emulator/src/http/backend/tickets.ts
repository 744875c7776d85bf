import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findRecord } from '../../domain/backend/find.ts'
import { createTicket, ticketStatusOf } from '../../domain/tickets.ts'
import { resourceNotFound } from '../../lib/api-errors.ts'
import { actionInvalid } from '../../lib/backend-errors.ts'
import { freeRecord } from '../../lib/free-json.ts'
import type { TicketRecord } from '../../model/records/ticket.ts'
import { toActorTokenJson, toSignInTokenJson } from '../../serialize/backend/ticket.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { assertNoBody, bodyOf, optionalAmount, optionalText, text } from './read-input.ts'
import { assertSupported } from './supported.ts'

/** The ticket of a kind that the path names. @throws ApiError 404. */
export const ticketIn = (c: Context<Env>, kind: TicketRecord['kind'], what: string) => {
  const id = c.req.param('id') ?? ''
  const [ticket] = c.env.instance.database.tickets.where(
    each => each.kind === kind && each.resourceId === id,
  )
  if (!ticket) throw resourceNotFound(what, id)
  return ticket
}

/** Makes a ticket useless. @throws ApiError 400 for one that was used or revoked already. */
export const revokeTicket = (c: Context<Env>, ticket: TicketRecord, what: string): void => {
  assertNoBody(c)
  const status = ticketStatusOf(c.env.instance, ticket)
  if (status !== 'pending') throw actionInvalid(what, status)
  ticket.status = 'revoked'
}

const SignInTokenSchema = z.strictObject({
  user_id: text,
  org_id: optionalText,
  expires_in_seconds: optionalAmount,
})

const answerSignInToken = (c: Context<Env>, ticket: TicketRecord) =>
  answerJson(c, () => toSignInTokenJson(c.env.instance, c.env.incoming.base, ticket))

/** `/v1/sign_in_tokens` */
export const createSignInTokenRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', c => {
      const { instance } = c.env
      const body = bodyOf(c, SignInTokenSchema)
      assertSupported('POST /v1/sign_in_tokens', body, ['org_id'])
      const { id: userId } = findRecord(instance, 'users', 'User', body.user_id)
      const seconds = body.expires_in_seconds
      const lifetime = seconds == null ? undefined : seconds * 1000
      return answerSignInToken(
        c,
        createTicket(instance, { kind: 'sign_in_token', userId, lifetime }),
      )
    })
    .post('/:id/revoke', c => {
      const ticket = ticketIn(c, 'sign_in_token', 'Sign-in token')
      revokeTicket(c, ticket, 'sign-in token')
      return answerSignInToken(c, ticket)
    })

const ActorTokenSchema = z.strictObject({
  user_id: text,
  actor: freeRecord.refine(({ sub }) => typeof sub === 'string' && sub !== '', 'a record with sub'),
  expires_in_seconds: z.number().int().positive().optional(),
  session_max_duration_in_seconds: z.number().int().positive().optional(),
})

const answerActorToken = (c: Context<Env>, ticket: TicketRecord) =>
  answerJson(c, () => toActorTokenJson(c.env.instance, c.env.incoming.base, ticket))

const hour = 3600

/** `/v1/actor_tokens`: by one of these somebody else is signed in as a user. */
export const createActorTokenRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', c => {
      const { instance } = c.env
      const body = bodyOf(c, ActorTokenSchema)
      const { id: userId } = findRecord(instance, 'users', 'User', body.user_id)
      const ticket = createTicket(instance, {
        kind: 'actor_token',
        userId,
        actor: body.actor,
        lifetime: (body.expires_in_seconds ?? hour) * 1000,
        sessionLifetime: (body.session_max_duration_in_seconds ?? hour / 2) * 1000,
      })
      return answerActorToken(c, ticket)
    })
    .post('/:id/revoke', c => {
      const ticket = ticketIn(c, 'actor_token', 'Actor token')
      revokeTicket(c, ticket, 'actor token')
      return answerActorToken(c, ticket)
    })
