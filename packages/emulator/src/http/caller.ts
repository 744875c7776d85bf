import type { Context } from 'hono'
import { refuseStale } from '../domain/reverification.ts'
import { signedOut } from '../lib/api-errors.ts'
import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { SessionRecord } from '../model/records/session.ts'
import type { UserRecord } from '../model/records/user.ts'
import { callOf, type Env, signedInOf } from './call.ts'

/** Who asks on behalf of a user. */
export interface Caller {
  readonly instance: Instance
  readonly client: ClientRecord
  readonly session: SessionRecord
  readonly user: UserRecord
}

/**
 * The session that `_clerk_session_id` names, or the last active one, and its user.
 *
 * @throws ApiError 401 when there is none.
 */
export const callerOf = (c: Context<Env>): Caller => {
  const call = callOf(c)
  const { instance, client } = call
  const id = c.req.query('_clerk_session_id') ?? client?.lastActiveSessionId
  const session = signedInOf(call).find(candidate => candidate.id === id)
  const user = instance.database.users.get(session?.userId ?? '')
  if (!client || !session || !user) throw signedOut()
  return { instance, client, session, user }
}

/**
 * The same for what changes how the user signs in, or what is lost for good.
 *
 * @throws ApiError 401 when there is none, 403 when the last proof of who is there is too old.
 */
export const freshCallerOf = (c: Context<Env>): Caller => {
  const caller = callerOf(c)
  refuseStale(caller.instance, caller.session)
  return caller
}
