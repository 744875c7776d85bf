import type { Context } from 'hono'
import { type SignedInContext, signedInOf } from '../domain/context.ts'
import { assertFresh } from '../domain/reverification.ts'
import { signedOut } from '../lib/api-errors.ts'
import { contextOf, type Env } from './request-context.ts'

/**
 * The session that `_clerk_session_id` names, or the last active one, and its user.
 *
 * @throws ApiError 401 when there is none.
 */
export const signedInContextOf = (c: Context<Env>): SignedInContext => {
  const context = contextOf(c)
  const { instance, client } = context
  const id = c.req.query('_clerk_session_id') ?? client?.lastActiveSessionId
  const session = signedInOf(context).find(candidate => candidate.id === id)
  const user = instance.database.users.get(session?.userId ?? '')
  if (!client || !session || !user) throw signedOut()
  return { ...context, client, session, user }
}

/**
 * The same for what changes how the user signs in, or what is lost for good.
 *
 * @throws ApiError 401 when there is none, 403 when the last proof of who is there is too old.
 */
export const freshContextOf = (c: Context<Env>): SignedInContext => {
  const context = signedInContextOf(c)
  assertFresh(context.instance, context.session)
  return context
}
