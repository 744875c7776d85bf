import { type Context, Hono } from 'hono'
import { approve, decline, visitProvider } from '../../domain/provider.ts'
import { paramFormatInvalid } from '../../lib/api-errors.ts'
import { renderProviderPage } from '../pages/provider-page.ts'
import type { Env } from '../request-context.ts'
import { paramsOf } from '../request-context.ts'

const show = (c: Context<Env>) => {
  const { instance } = c.env
  const state = c.req.query('state') ?? ''
  const { strategy, accounts } = visitProvider(instance, state)
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  )
  const emailAddress = c.req.query('login_hint') ?? ''
  return c.html(
    renderProviderPage({
      strategy,
      accounts,
      state,
      emailAddress,
      application: instance.settings.applicationName,
    }),
  )
}

const decide = (c: Context<Env>) => {
  const { instance, incoming } = c.env
  const params = paramsOf(
    c,
    'state',
    'decision',
    'account',
    'email_address',
    'first_name',
    'last_name',
  )
  const state = params.required('state')
  const decision = params.oneOf('decision', ['choose', 'create', 'deny', 'fail'])
  const { accounts } = visitProvider(instance, state)
  if (decision === 'deny') return c.redirect(decline(incoming.base, state, 'access_denied'), 303)
  if (decision === 'fail') return c.redirect(decline(incoming.base, state, 'server_error'), 303)
  const chosen = accounts.find(({ id }) => id === params.text('account'))
  const emailAddress = chosen ? chosen.emailAddress : params.required('email_address')
  if (emailAddress !== null && !emailAddress.includes('@'))
    throw paramFormatInvalid('email_address', 'a valid email address')
  const identity = chosen ?? {
    emailAddress,
    firstName: params.text('first_name'),
    lastName: params.text('last_name'),
  }
  return c.redirect(approve(instance, incoming.base, state, identity), 303)
}

/**
 * The page of every emulated provider: choose an account, make one, say no, or let the provider
 * fail.
 */
export const createProviderRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/authorize', show).post('/authorize', decide)
