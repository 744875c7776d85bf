import { type Context, Hono } from 'hono'
import {
  createExternalAccount,
  deleteExternalAccount,
  findExternalAccount,
  reauthorize,
} from '../../../domain/account/external-accounts.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toExternalAccountJson } from '../../../serialize/external-account.ts'
import { callOf, type Env, paramsOf } from '../../call.ts'
import { callerOf, freshCallerOf } from '../../caller.ts'
import { answerWrapped } from '../../envelope.ts'

const wayFields = [
  'redirect_url',
  'action_complete_redirect_url',
  'additional_scope[]',
  'oidc_login_hint',
  'oidc_prompt',
]

const answer = (c: Context<Env>, id: string) =>
  answerWrapped(c, () => toExternalAccountJson(findExternalAccount(callerOf(c), id)))

const create = (c: Context<Env>) => {
  const params = ['strategy', 'enterprise_connection_id', 'code', 'token']
  const caller = freshCallerOf(c)
  return answer(c, createExternalAccount(callOf(c), caller, paramsOf(c, ...params, ...wayFields)))
}

const begin = (c: Context<Env>, ...fields: string[]) => {
  const caller = callerOf(c)
  const params = paramsOf(c, ...fields)
  return { caller, params, external: findExternalAccount(caller, c.req.param('id') ?? '') }
}

const askAgain = (c: Context<Env>) => {
  const { caller, params, external } = begin(c, ...wayFields)
  reauthorize(callOf(c), caller, external, params)
  return answer(c, external.id)
}

const remove = (c: Context<Env>) => {
  const { caller, external } = begin(c)
  freshCallerOf(c)
  deleteExternalAccount(caller, external)
  return answerWrapped(c, () => toDeletedJson('external_account', external.id))
}

/** `/v1/me/external_accounts`: accounts at providers by which the caller signs in. */
export const createExternalAccountRoutes = (): Hono<Env> =>
  new Hono<Env>().post('/', create).patch('/:id/reauthorize', askAgain).delete('/:id', remove)
