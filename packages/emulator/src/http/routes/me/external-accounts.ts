import { type Context, Hono } from 'hono'
import {
  createExternalAccount,
  deleteExternalAccount,
  findExternalAccount,
  reauthorize,
} from '../../../domain/account/external-accounts.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toExternalAccountJson } from '../../../serialize/external-account.ts'
import { toUserJson } from '../../../serialize/user.ts'
import { answerWrapped } from '../../envelope.ts'
import { type Env, paramsOf } from '../../request-context.ts'
import { freshContextOf, signedInContextOf } from '../../signed-in-context.ts'

const wayFields = [
  'redirect_url',
  'action_complete_redirect_url',
  'additional_scope[]',
  'oidc_login_hint',
  'oidc_prompt',
]

const answer = (c: Context<Env>, id: string) =>
  answerWrapped(c, () => toExternalAccountJson(findExternalAccount(signedInContextOf(c), id)))

const create = (c: Context<Env>) => {
  const params = ['strategy', 'enterprise_connection_id', 'code', 'token']
  const context = freshContextOf(c)
  return answer(c, createExternalAccount(context, paramsOf(c, ...params, ...wayFields)))
}

const begin = (c: Context<Env>, ...fields: string[]) => {
  const context = signedInContextOf(c)
  const params = paramsOf(c, ...fields)
  return { context, params, external: findExternalAccount(context, c.req.param('id') ?? '') }
}

const askAgain = (c: Context<Env>) => {
  const { context, params, external } = begin(c, ...wayFields)
  reauthorize(context, external, params)
  return answer(c, external.id)
}

const remove = (c: Context<Env>) => {
  const { context, external } = begin(c)
  freshContextOf(c)
  deleteExternalAccount(context, external)
  return answerWrapped(c, () => toDeletedJson('external_account', external.id))
}

// Providers of the emulator give the application no tokens of their own: there is none to keep.
const revokeTokens = (c: Context<Env>) => {
  const { context } = begin(c)
  return answerWrapped(c, () => toUserJson(context.instance, context.user))
}

/** `/v1/me/external_accounts`: accounts at providers by which the caller signs in. */
export const createExternalAccountRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', create)
    .patch('/:id/reauthorize', askAgain)
    .delete('/:id', remove)
    .delete('/:id/tokens', revokeTokens)
