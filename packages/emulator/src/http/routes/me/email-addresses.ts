import { type Context, Hono } from 'hono'
import {
  createEmailAddress,
  deleteEmailAddress,
  findEmailAddress,
  prepareEmailAddress,
} from '../../../domain/account/email-addresses.ts'
import { attemptVerification } from '../../../domain/account/identifications.ts'
import type { EmailAddressRecord } from '../../../model/records/user.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toEmailAddressJson } from '../../../serialize/identifications.ts'
import { callOf, type Env, paramsOf } from '../../call.ts'
import { callerOf, freshCallerOf } from '../../caller.ts'
import { answerWrapped } from '../../envelope.ts'

const answer = (c: Context<Env>, email: EmailAddressRecord) =>
  answerWrapped(c, () => toEmailAddressJson(callOf(c).instance, email))

const begin = (c: Context<Env>, ...fields: string[]) => {
  const caller = callerOf(c)
  const params = paramsOf(c, ...fields)
  return { caller, params, email: findEmailAddress(caller, c.req.param('id') ?? '') }
}

const create = (c: Context<Env>) =>
  answer(c, createEmailAddress(freshCallerOf(c), paramsOf(c, 'email_address')))

const prepare = (c: Context<Env>) => {
  const { caller, params, email } = begin(
    c,
    'strategy',
    'redirect_url',
    'action_complete_redirect_url',
  )
  prepareEmailAddress(callOf(c), caller, email, params)
  return answer(c, email)
}

const attempt = (c: Context<Env>) => {
  const { caller, params, email } = begin(c, 'code')
  attemptVerification(caller, email, params)
  return answer(c, email)
}

const remove = (c: Context<Env>) => {
  const { caller, email } = begin(c)
  freshCallerOf(c)
  deleteEmailAddress(caller, email)
  return answerWrapped(c, () => toDeletedJson('email_address', email.id))
}

/** `/v1/me/email_addresses`: those of the caller. The list is a bare array. */
export const createEmailAddressRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const { instance, user } = callerOf(c)
      return c.json(user.emailAddresses.map(email => toEmailAddressJson(instance, email)))
    })
    .post('/', create)
    .get('/:id', c => answer(c, begin(c).email))
    .delete('/:id', remove)
    .post('/:id/prepare_verification', prepare)
    .post('/:id/attempt_verification', attempt)
