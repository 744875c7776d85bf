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
import { answerWrapped } from '../../envelope.ts'
import { contextOf, type Env, paramsOf } from '../../request-context.ts'
import { freshContextOf, signedInContextOf } from '../../signed-in-context.ts'

const answer = (c: Context<Env>, email: EmailAddressRecord) =>
  answerWrapped(c, () => toEmailAddressJson(contextOf(c).instance, email))

const begin = (c: Context<Env>, ...fields: string[]) => {
  const context = signedInContextOf(c)
  const params = paramsOf(c, ...fields)
  return { context, params, email: findEmailAddress(context, c.req.param('id') ?? '') }
}

const create = (c: Context<Env>) =>
  answer(c, createEmailAddress(freshContextOf(c), paramsOf(c, 'email_address')))

const prepare = (c: Context<Env>) => {
  const { context, params, email } = begin(
    c,
    'strategy',
    'redirect_url',
    'action_complete_redirect_url',
  )
  prepareEmailAddress(context, email, params)
  return answer(c, email)
}

const attempt = (c: Context<Env>) => {
  const { context, params, email } = begin(c, 'code')
  attemptVerification(context, email, params)
  return answer(c, email)
}

const remove = (c: Context<Env>) => {
  const { context, email } = begin(c)
  freshContextOf(c)
  deleteEmailAddress(context, email)
  return answerWrapped(c, () => toDeletedJson('email_address', email.id))
}

/** `/v1/me/email_addresses`: those of the caller. The list is a bare array. */
export const createEmailAddressRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const { instance, user } = signedInContextOf(c)
      return c.json(user.emailAddresses.map(email => toEmailAddressJson(instance, email)))
    })
    .post('/', create)
    .get('/:id', c => answer(c, begin(c).email))
    .delete('/:id', remove)
    .post('/:id/prepare_verification', prepare)
    .post('/:id/attempt_verification', attempt)
