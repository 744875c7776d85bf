import { type Context, Hono } from 'hono'
import {
  attemptPasskey,
  createPasskey,
  deletePasskey,
  findPasskey,
  renamePasskey,
} from '../../../domain/account/passkeys.ts'
import type { PasskeyRecord } from '../../../model/records/user.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toPasskeyJson } from '../../../serialize/passkey.ts'
import { callOf, type Env, paramsOf } from '../../call.ts'
import { callerOf, freshCallerOf } from '../../caller.ts'
import { answerWrapped } from '../../envelope.ts'

const answer = (c: Context<Env>, passkey: PasskeyRecord) =>
  answerWrapped(c, () => toPasskeyJson(callOf(c).instance, passkey))

const begin = (c: Context<Env>, ...fields: string[]) => {
  const caller = callerOf(c)
  const params = paramsOf(c, ...fields)
  return { caller, params, passkey: findPasskey(caller, c.req.param('id') ?? '') }
}

const create = (c: Context<Env>) => {
  const caller = freshCallerOf(c)
  paramsOf(c)
  return answer(c, createPasskey(callOf(c), caller))
}

const attempt = (c: Context<Env>) => {
  const { caller, params, passkey } = begin(c, 'strategy', 'public_key_credential')
  attemptPasskey(callOf(c), caller, passkey, params)
  return answer(c, passkey)
}

const rename = (c: Context<Env>) => {
  const { caller, params, passkey } = begin(c, 'name')
  renamePasskey(caller, passkey, params)
  return answer(c, passkey)
}

const remove = (c: Context<Env>) => {
  const { caller, passkey } = begin(c)
  freshCallerOf(c)
  deletePasskey(caller, passkey)
  return answerWrapped(c, () => toDeletedJson('passkey', passkey.id))
}

/** `/v1/me/passkeys`: those of the caller. */
export const createPasskeyRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', create)
    .get('/:id', c => answer(c, begin(c).passkey))
    .patch('/:id', rename)
    .delete('/:id', remove)
    .post('/:id/attempt_verification', attempt)
