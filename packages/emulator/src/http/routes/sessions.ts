import { type Context, Hono } from 'hono'
import { isSignedIn } from '../../domain/clients.ts'
import { templateNamed } from '../../domain/jwt-templates.ts'
import { activateOrganization, readOrganization } from '../../domain/organizations.ts'
import { signOutOf, touchSession } from '../../domain/sessions.ts'
import { resourceNotFound, signedOut } from '../../lib/api-errors.ts'
import type { SessionRecord } from '../../model/records/session.ts'
import { toSessionJson } from '../../serialize/session.ts'
import { mintSessionToken, mintTemplateToken } from '../../tokens/session-token.ts'
import { answerWrapped } from '../envelope.ts'
import { contextOf, type Env, paramsOf, type RequestContext } from '../request-context.ts'

// A session of the caller's client, even one that is over; 404 for any other.
const findSession = (context: RequestContext, id: string): SessionRecord => {
  const session = context.instance.database.sessions.get(id)
  if (!context.client) throw signedOut()
  if (session?.clientId !== context.client.id) throw resourceNotFound('Session', id)
  return session
}

// Ended and removed sessions are gone for everything but the question whether one is still signed
// in.
const listedSession = (context: RequestContext, id: string): SessionRecord => {
  const session = findSession(context, id)
  if (session.status === 'ended' || session.status === 'removed')
    throw resourceNotFound('Session', id)
  return session
}

// 401 and not 404: clients take it as the sign to look whether they are still signed in.
const signedInSession = (context: RequestContext, id: string): SessionRecord => {
  const session = findSession(context, id)
  if (!isSignedIn(session)) throw signedOut()
  return session
}

const answerSession = (c: Context<Env>, session: SessionRecord) =>
  answerWrapped(c, () => toSessionJson(contextOf(c).instance, session))

const touch = (c: Context<Env>) => {
  const context = contextOf(c)
  const session = signedInSession(context, c.req.param('id') ?? '')
  const params = paramsOf(c, 'active_organization_id', 'intent')
  params.oneOf('intent', ['focus', 'select_session', 'select_org'])
  const organizationId = readOrganization(
    context.instance,
    session,
    params.text('active_organization_id'),
  )
  if (params.has('active_organization_id'))
    activateOrganization(context.instance, session, organizationId)
  if (context.client) touchSession(context.instance, context.client, session)
  return answerSession(c, session)
}

const close = (status: 'ended' | 'removed') => (c: Context<Env>) => {
  const context = contextOf(c)
  paramsOf(c)
  const session = listedSession(context, c.req.param('id') ?? '')
  if (context.client) signOutOf(context.instance, context.client, [session], status)
  return answerSession(c, session)
}

const mint = async (c: Context<Env>) => {
  const context = contextOf(c)
  const session = signedInSession(context, c.req.param('id') ?? '')
  const params = paramsOf(c, 'organization_id', 'tab_state', 'token', 'force_origin')
  params.oneOf('tab_state', ['focused', 'visible', 'hidden'])
  const active = session.lastActiveOrganizationId
  const received = params.has('organization_id')
    ? readOrganization(context.instance, session, params.text('organization_id'))
    : active
  const token = await mintSessionToken(context.instance, session, received)
  // What is kept is what the session shows: the token of its own organization.
  if (received === active) session.token = token
  return c.json({ object: 'token', jwt: token.jwt })
}

// Their claims are the template's own: what else the request says changes nothing.
const mintFromTemplate = async (c: Context<Env>) => {
  const context = contextOf(c)
  const session = signedInSession(context, c.req.param('id') ?? '')
  paramsOf(c, 'organization_id', 'tab_state', 'token', 'force_origin')
  const name = c.req.param('template') ?? ''
  const template = templateNamed(context.instance, name)
  if (!template) throw resourceNotFound('JWT template', name)
  return c.json({
    object: 'token',
    jwt: await mintTemplateToken(context.instance, session, template),
  })
}

/** `/v1/client/sessions/{id}` and what can be done with a session. */
export const createSessionRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/:id', c => answerSession(c, listedSession(contextOf(c), c.req.param('id'))))
    .post('/:id/touch', touch)
    .post('/:id/end', close('ended'))
    .post('/:id/remove', close('removed'))
    .post('/:id/tokens', mint)
    .post('/:id/tokens/:template', mintFromTemplate)
