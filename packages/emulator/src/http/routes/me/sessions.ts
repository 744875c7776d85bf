import { type Context, Hono } from 'hono'
import { isSignedIn } from '../../../domain/clients.ts'
import { closeFromOutside } from '../../../domain/sessions.ts'
import { settleClient } from '../../../domain/settle.ts'
import { clientsShowing } from '../../../domain/users.ts'
import { cannotRevoke, resourceNotFound } from '../../../lib/api-errors.ts'
import { toSessionJson } from '../../../serialize/session.ts'
import { toSessionWithActivityJson } from '../../../serialize/session-with-activity.ts'
import { type Env, paramsOf } from '../../call.ts'
import { type Caller, callerOf } from '../../caller.ts'
import { answerWrapped } from '../../envelope.ts'

// All of the user's sessions, whatever client they live on.
const sessionsOf = ({ instance, user }: Caller) => {
  for (const client of clientsShowing(instance, user)) settleClient(instance, client)
  return instance.database.sessions.where(({ userId }) => userId === user.id)
}

const list = (c: Context<Env>) => {
  const caller = callerOf(c)
  const sessions = sessionsOf(caller).map(session => toSessionJson(caller.instance, session))
  // A token is for its own client only.
  return c.json(sessions.map(session => ({ ...session, last_active_token: null })))
}

const revoke = (c: Context<Env>) => {
  const caller = callerOf(c)
  paramsOf(c)
  const id = c.req.param('id') ?? ''
  const session = sessionsOf(caller).find(candidate => candidate.id === id)
  if (!session) throw resourceNotFound('Session', id)
  if (!isSignedIn(session)) throw cannotRevoke(id)
  closeFromOutside(caller.instance, session, 'revoked')
  return answerWrapped(c, () => toSessionJson(caller.instance, session))
}

/** `/v1/me/sessions`: the caller's sessions on all devices. The lists are bare arrays. */
export const createMySessionRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', list)
    .get('/active', c =>
      c.json(sessionsOf(callerOf(c)).filter(isSignedIn).map(toSessionWithActivityJson)),
    )
    .post('/:id/revoke', revoke)
