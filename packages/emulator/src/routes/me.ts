import { Hono } from 'hono'
import { callOf, type Env, signedInOf } from '../http/call.ts'
import { answerWrapped } from '../http/envelope.ts'
import { signedOut } from '../refusals.ts'
import { toUserJson } from '../serialize/user.ts'

/** `/v1/me`: the user of the session named by `_clerk_session_id`, or of the last active one. */
export const createMeRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/', c => {
    const call = callOf(c)
    const id = c.req.query('_clerk_session_id') ?? call.client?.lastActiveSessionId
    const session = signedInOf(call).find(candidate => candidate.id === id)
    const user = call.instance.database.users.get(session?.userId ?? '')
    if (!user) throw signedOut()
    return answerWrapped(c, () => toUserJson(call.instance, user))
  })
