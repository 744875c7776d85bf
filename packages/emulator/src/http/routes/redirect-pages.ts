import { type Context, Hono } from 'hono'
import { openEmailLink } from '../../domain/email-link.ts'
import { withQuery } from '../../domain/factors/return-url.ts'
import { receiveProviderAnswer } from '../../domain/provider-callback.ts'
import { openTicket } from '../../domain/tickets.ts'
import { authorizationInvalid, linkInvalid } from '../../lib/api-errors.ts'
import { contextOf, type Env } from '../request-context.ts'

// Some providers answer with a form.
const answerOf = ({ env, req }: Context<Env>) => {
  const form = new Map(env.incoming.form)
  const read = (name: string) => form.get(name) ?? req.query(name) ?? null
  return { state: read('state'), code: read('code'), error: read('error') }
}

const receive = (c: Context<Env>) => {
  const { state, ...answer } = answerOf(c)
  if (state === null) throw authorizationInvalid()
  return c.redirect(receiveProviderAnswer(contextOf(c), { state, ...answer }), 303)
}

const acceptTicket = (c: Context<Env>) => {
  const context = contextOf(c)
  const { redirectUrl, status, id } = openTicket(context, c.req.query('ticket') ?? '')
  const query = { __clerk_ticket: id, __clerk_status: status }
  return c.redirect(withQuery(redirectUrl, query), 303)
}

/**
 * Pages that a browser is led to, and led on from at once: links of emails and tickets, answers of
 * providers.
 */
export const createLandingRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/verify', c => {
      const token = c.req.query('token')
      if (!token) throw linkInvalid()
      return c.redirect(openEmailLink(contextOf(c), token), 303)
    })
    .on(['GET', 'POST'], '/oauth_callback', receive)
    .get('/tickets/accept', acceptTicket)
