import { type Context, Hono } from 'hono'
import { isSignedIn } from '../../../domain/clients.ts'
import type { SignedInContext } from '../../../domain/context.ts'
import { expireDue } from '../../../domain/expire-due.ts'
import { closeFromOutside } from '../../../domain/sessions.ts'
import { cannotRevoke, resourceNotFound } from '../../../lib/api-errors.ts'
import { hasSessionOf } from '../../../model/shown-by.ts'
import { toSessionJson } from '../../../serialize/session.ts'
import { toSessionWithActivityJson } from '../../../serialize/session-with-activity.ts'
import { answerWrapped } from '../../envelope.ts'
import { type Env, paramsOf } from '../../request-context.ts'
import { signedInContextOf } from '../../signed-in-context.ts'

// All of the user's sessions, whatever client they live on.
const sessionsOf = ({ instance, user }: SignedInContext) => {
  for (const client of instance.database.clients.where(hasSessionOf(instance.database, user.id)))
    expireDue(instance, client)
  return instance.database.sessions.where(({ userId }) => userId === user.id)
}

const list = (c: Context<Env>) => {
  const context = signedInContextOf(c)
  const sessions = sessionsOf(context).map(session => toSessionJson(context.instance, session))
  // A token is for its own client only.
  return c.json(sessions.map(session => ({ ...session, last_active_token: null })))
}

const revoke = (c: Context<Env>) => {
  const context = signedInContextOf(c)
  paramsOf(c)
  const id = c.req.param('id') ?? ''
  const session = sessionsOf(context).find(candidate => candidate.id === id)
  if (!session) throw resourceNotFound('Session', id)
  if (!isSignedIn(session)) throw cannotRevoke(id)
  closeFromOutside(context.instance, session, 'revoked')
  return answerWrapped(c, () => toSessionJson(context.instance, session))
}

/** `/v1/me/sessions`: the caller's sessions on all devices. The lists are bare arrays. */
export const createMySessionRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', list)
    .get('/active', c =>
      c.json(sessionsOf(signedInContextOf(c)).filter(isSignedIn).map(toSessionWithActivityJson)),
    )
    .post('/:id/revoke', revoke)
