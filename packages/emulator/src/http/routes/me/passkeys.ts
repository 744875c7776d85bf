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
import { answerWrapped } from '../../envelope.ts'
import { contextOf, type Env, paramsOf } from '../../request-context.ts'
import { freshContextOf, signedInContextOf } from '../../signed-in-context.ts'

const answer = (c: Context<Env>, passkey: PasskeyRecord) =>
  answerWrapped(c, () => toPasskeyJson(contextOf(c).instance, passkey))

const begin = (c: Context<Env>, ...fields: string[]) => {
  const context = signedInContextOf(c)
  const params = paramsOf(c, ...fields)
  return { context, params, passkey: findPasskey(context, c.req.param('id') ?? '') }
}

const create = (c: Context<Env>) => {
  const context = freshContextOf(c)
  paramsOf(c)
  return answer(c, createPasskey(context))
}

const attempt = (c: Context<Env>) => {
  const { context, params, passkey } = begin(c, 'strategy', 'public_key_credential')
  attemptPasskey(context, passkey, params)
  return answer(c, passkey)
}

const rename = (c: Context<Env>) => {
  const { params, passkey } = begin(c, 'name')
  renamePasskey(passkey, params)
  return answer(c, passkey)
}

const remove = (c: Context<Env>) => {
  const { context, passkey } = begin(c)
  freshContextOf(c)
  deletePasskey(context, passkey)
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
