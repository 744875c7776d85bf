import { type Context, Hono } from 'hono'
import {
  attemptPhoneNumber,
  createPhoneNumber,
  deletePhoneNumber,
  findPhoneNumber,
  preparePhoneNumber,
  updatePhoneNumber,
} from '../../../domain/account/phone-numbers.ts'
import type { PhoneNumberRecord } from '../../../model/records/user.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { toPhoneNumberJson } from '../../../serialize/identifications.ts'
import { answerWrapped } from '../../envelope.ts'
import { type Env, paramsOf } from '../../request-context.ts'
import { freshContextOf, signedInContextOf } from '../../signed-in-context.ts'

const answer = (
  c: Context<Env>,
  phone: PhoneNumberRecord,
  backupCodes: readonly string[] | null = null,
) => {
  const { instance, user } = signedInContextOf(c)
  return answerWrapped(c, () => toPhoneNumberJson(instance, user, phone, backupCodes))
}

const begin = (c: Context<Env>, ...fields: string[]) => {
  const context = signedInContextOf(c)
  const params = paramsOf(c, ...fields)
  return { context, params, phone: findPhoneNumber(context, c.req.param('id') ?? '') }
}

const create = (c: Context<Env>) =>
  answer(
    c,
    createPhoneNumber(freshContextOf(c), paramsOf(c, 'phone_number', 'reserved_for_second_factor')),
  )

const update = (c: Context<Env>) => {
  const { context, params, phone } = begin(c, 'reserved_for_second_factor', 'default_second_factor')
  freshContextOf(c)
  return answer(c, phone, updatePhoneNumber(context, phone, params))
}

const prepare = (c: Context<Env>) => {
  const { context, params, phone } = begin(c, 'strategy', 'channel', 'proof_token')
  preparePhoneNumber(context, phone, params)
  return answer(c, phone)
}

const attempt = (c: Context<Env>) => {
  const { context, params, phone } = begin(c, 'code')
  return answer(c, phone, attemptPhoneNumber(context, phone, params))
}

const remove = (c: Context<Env>) => {
  const { context, phone } = begin(c)
  freshContextOf(c)
  deletePhoneNumber(context, phone)
  return answerWrapped(c, () => toDeletedJson('phone_number', phone.id))
}

/** `/v1/me/phone_numbers`: those of the caller. The list is a bare array. */
export const createPhoneNumberRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => {
      const { instance, user } = signedInContextOf(c)
      return c.json(user.phoneNumbers.map(phone => toPhoneNumberJson(instance, user, phone)))
    })
    .post('/', create)
    .get('/:id', c => answer(c, begin(c).phone))
    .patch('/:id', update)
    .delete('/:id', remove)
    .post('/:id/prepare_verification', prepare)
    .post('/:id/attempt_verification', attempt)
