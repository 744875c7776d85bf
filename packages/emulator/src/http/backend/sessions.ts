import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findRecord } from '../../domain/backend/find.ts'
import { createClient, isSignedIn } from '../../domain/clients.ts'
import { expireDueOfAll } from '../../domain/expire-due.ts'
import { templateNamed } from '../../domain/jwt-templates.ts'
import { findOrganization, membershipIn } from '../../domain/organizations.ts'
import { closeFromOutside, startSession } from '../../domain/sessions.ts'
import { organizationNotFound, resourceNotFound } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { SessionRecord } from '../../model/records/session.ts'
import { toSessionJson } from '../../serialize/backend/session.ts'
import { mintSessionToken, mintTemplateToken } from '../../tokens/session-token.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList, byTime, inOrder } from './answer-list.ts'
import {
  assertNoBody,
  bodyOf,
  one,
  optionalAmount,
  optionalText,
  queryOf,
  text,
} from './read-input.ts'

const statuses = z.enum([
  'active',
  'pending',
  'ended',
  'removed',
  'revoked',
  'expired',
  'abandoned',
  'replaced',
])

const list = (c: Context<Env>) => {
  const { instance } = c.env
  expireDueOfAll(instance)
  const query = queryOf(c, {
    client_id: one.optional(),
    user_id: one.optional(),
    status: one.pipe(statuses).optional(),
  })
  const sessions = instance.database.sessions.where(
    ({ clientId, userId, status }) =>
      (query.client_id === undefined || clientId === query.client_id) &&
      (query.user_id === undefined || userId === query.user_id) &&
      (query.status === undefined || status === query.status),
  )
  return answerList(c, inOrder(c, sessions, byTime), toSessionJson, { wrapped: 'asked' })
}

const sessionOf = (c: Context<Env>): SessionRecord => {
  expireDueOfAll(c.env.instance)
  return findRecord(c.env.instance, 'sessions', 'Session', c.req.param('session_id') ?? '')
}

const readOrganization = (instance: Instance, userId: string, idOrSlug: string): string => {
  const organization = findOrganization(instance, idOrSlug)
  if (!organization || !membershipIn(instance, userId, organization.id))
    throw organizationNotFound()
  return organization.id
}

const CreateSchema = z.strictObject({ user_id: text, active_organization_id: optionalText })

const create = (c: Context<Env>) => {
  const { instance } = c.env
  const { user_id: userId, active_organization_id: organizationId } = bodyOf(c, CreateSchema)
  const user = findRecord(instance, 'users', 'User', userId)
  const active = organizationId ? readOrganization(instance, user.id, organizationId) : null
  const client = createClient(instance)
  const session = startSession(instance, client, user, 'ticket', { isOwn: false })
  session.lastActiveOrganizationId = active
  return answerJson(c, () => toSessionJson(session))
}

const revoke = (c: Context<Env>) => {
  const session = sessionOf(c)
  assertNoBody(c)
  if (isSignedIn(session)) closeFromOutside(c.env.instance, session, 'revoked')
  return answerJson(c, () => toSessionJson(session))
}

const TokenSchema = z.strictObject({ expires_in_seconds: optionalAmount })

const signedInSessionOf = (c: Context<Env>): SessionRecord => {
  const session = sessionOf(c)
  if (!isSignedIn(session)) throw resourceNotFound('Session', session.id)
  return session
}

const mint = async (c: Context<Env>) => {
  const { instance } = c.env
  const session = signedInSessionOf(c)
  const { expires_in_seconds: seconds } = bodyOf(c, TokenSchema)
  const lifetime = seconds == null ? undefined : seconds * 1000
  const { jwt } = await mintSessionToken(instance, session, undefined, lifetime)
  return c.json({ object: 'token', jwt })
}

const mintFromTemplate = async (c: Context<Env>) => {
  const { instance } = c.env
  const session = signedInSessionOf(c)
  const { expires_in_seconds: seconds } = bodyOf(c, TokenSchema)
  const name = c.req.param('template_name') ?? ''
  const template = templateNamed(instance, name)
  if (!template) throw resourceNotFound('JWT template', name)
  const lifetime = seconds == null ? template.lifetime : seconds * 1000
  const jwt = await mintTemplateToken(instance, session, { ...template, lifetime })
  return c.json({ object: 'token', jwt })
}

/** `/v1/sessions` */
export const createSessionRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', list)
    .post('/', create)
    .get('/:session_id', c => answerJson(c, () => toSessionJson(sessionOf(c))))
    .post('/:session_id/revoke', revoke)
    .post('/:session_id/tokens', mint)
    .post('/:session_id/tokens/:template_name', mintFromTemplate)
