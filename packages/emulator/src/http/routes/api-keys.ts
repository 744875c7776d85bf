import { type Context, Hono } from 'hono'
import {
  assertApiKeysEnabled,
  createKey,
  describeKey,
  findKey,
  isExpired,
  type KeyContext,
  keysOf,
  readSubject,
  revokeKey,
} from '../../domain/api-keys.ts'
import { isSignedIn } from '../../domain/clients.ts'
import { ApiError, toErrorsJson } from '../../lib/api-error.ts'
import { signedOut } from '../../lib/api-errors.ts'
import { createTokenReader } from '../../lib/read-token.ts'
import type { Instance } from '../../model/instance.ts'
import type { ApiKeyRecord } from '../../model/records/api-key.ts'
import { answerError } from '../answer-error.ts'
import { answerJson } from '../answer-json.ts'
import { pageOf } from '../page.ts'
import { type Env, paramsOf } from '../request-context.ts'

const readToken = createTokenReader()

// These calls say who makes them by the token of a session, and not by a client.
const contextOf = (c: Context<Env>): KeyContext => {
  const { instance, incoming } = c.env
  const jwt = /^Bearer (.+)$/.exec(incoming.headers.get('authorization') ?? '')?.[1]
  const claims = readToken(jwt ?? '')
  const session = instance.database.sessions.get(String(claims?.sid ?? ''))
  const expiresAt = typeof claims?.exp === 'number' ? claims.exp * 1000 : 0
  if (!session || !isSignedIn(session) || expiresAt <= instance.clock.now()) throw signedOut()
  assertApiKeysEnabled(instance)
  return { instance, session }
}

const toJson = (instance: Instance, key: ApiKeyRecord) => ({
  object: 'api_key',
  id: key.id,
  type: 'api_key',
  subject: key.subject,
  name: key.name,
  description: key.description,
  claims: null,
  scopes: [],
  revoked: key.revoked,
  revocation_reason: key.revocationReason,
  expired: isExpired(instance, key),
  expiration: key.expireAt,
  created_by: key.createdBy,
  last_used_at: null,
  created_at: key.createdAt,
  updated_at: key.updatedAt,
})

const change = (verb: typeof revokeKey, field: string) => (c: Context<Env>) => {
  const params = paramsOf(c, field)
  const context = contextOf(c)
  const key = findKey(context, c.req.param('id') ?? '')
  verb(key, params)
  return answerJson(c, () => toJson(context.instance, key))
}

// Errors of these calls are worded in less: no field is named, and what is wrong is 400.
const answerKeyError = (error: unknown, c: Context<Env>): Response => {
  if (!(error instanceof ApiError) || [401, 403].includes(error.status))
    return answerError(error, c)
  const errors = toErrorsJson(error.faults).map(({ meta: _, ...rest }) => rest)
  const status = error.status === 422 ? 400 : error.status
  return c.json({ errors }, status as 400) // as: Hono wants a literal status
}

/** `/api_keys`: keys by which programs act for a user or an organization. */
export const createApiKeyRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .onError(answerKeyError)
    .get('/', c => {
      const context = contextOf(c)
      const keys = keysOf(context, readSubject(context, c.req.query('subject') ?? null), {
        query: c.req.query('query') ?? '',
        withInvalid: c.req.query('include_invalid') === 'true',
      })
      const data = pageOf(c, keys).map(key => toJson(context.instance, key))
      return c.json({ data, total_count: keys.length })
    })
    .post('/', c => {
      const fields = ['type', 'name', 'description', 'subject', 'seconds_until_expiration']
      const params = paramsOf(c, ...fields)
      const context = contextOf(c)
      const { key, secret } = createKey(context, params)
      return answerJson(c, () => ({ ...toJson(context.instance, key), secret }), 201)
    })
    .patch('/:id', change(describeKey, 'description'))
    .post('/:id/revoke', change(revokeKey, 'revocation_reason'))
