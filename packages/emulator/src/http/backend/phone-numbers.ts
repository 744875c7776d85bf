import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { assertNotLast, forgetIdentification } from '../../domain/account/identifications.ts'
import { addPhoneNumber } from '../../domain/backend/create-identifications.ts'
import { findRecord } from '../../domain/backend/find.ts'
import { findPhoneNumber } from '../../domain/backend/identifications.ts'
import { replacePhoneNumbers } from '../../domain/backend/replace-identifications.ts'
import type { PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'
import { toPhoneNumberJson } from '../../serialize/backend/phone-number.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { bodyOf, optionalFlag, text } from './read-input.ts'
import { userOf } from './users.ts'
import { attempting, preparing } from './verifications.ts'

const CreateSchema = z.strictObject({
  user_id: text,
  phone_number: text,
  verified: optionalFlag,
  primary: optionalFlag,
  reserved_for_second_factor: optionalFlag,
})

const UpdateSchema = CreateSchema.omit({ user_id: true, phone_number: true })

const ReplaceSchema = z.strictObject({
  phone_number: text,
  identification_status: z.enum(['verified', 'reserved', 'unverified']).optional(),
})

const found = (c: Context<Env>) => findPhoneNumber(c.env.instance, c.req.param('id') ?? '')

const answer = (c: Context<Env>, user: UserRecord, phone: PhoneNumberRecord) =>
  answerJson(c, () => toPhoneNumberJson(c.env.instance, user, phone))

const create = (c: Context<Env>) => {
  const { instance } = c.env
  const body = bodyOf(c, CreateSchema)
  const user = findRecord(instance, 'users', 'User', body.user_id)
  const status = body.verified ? 'verified' : 'unverified'
  const isReserved = body.reserved_for_second_factor === true
  const phone = addPhoneNumber(instance, user, body.phone_number, status, isReserved)
  if (body.primary) user.primaryPhoneNumberId = phone.id
  return answer(c, user, phone)
}

const update = (c: Context<Env>) => {
  const { user, phone } = found(c)
  const { verified, primary, reserved_for_second_factor: isReserved } = bodyOf(c, UpdateSchema)
  phone.verified = verified ?? phone.verified
  phone.reservedForSecondFactor = isReserved ?? phone.reservedForSecondFactor
  if (primary) user.primaryPhoneNumberId = phone.id
  return answer(c, user, phone)
}

const remove = (c: Context<Env>) => {
  const { user, phone } = found(c)
  assertNotLast(user, phone)
  user.phoneNumbers = user.phoneNumbers.filter(kept => kept !== phone)
  forgetIdentification(c.env.instance, user, phone)
  return answerJson(c, () => toDeletedJson('phone_number', phone.id))
}

/** `/v1/phone_numbers` */
export const createPhoneNumberRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', create)
    .get('/:id', c => {
      const { user, phone } = found(c)
      return answer(c, user, phone)
    })
    .patch('/:id', update)
    .delete('/:id', remove)
    .post('/:id/prepare_verification', preparing('phone_code', found))
    .post('/:id/attempt_verification', attempting(found))

/** `PUT /v1/users/{user_id}/phone_number` */
export const createPhoneReplacementRoutes = (): Hono<Env> =>
  new Hono<Env>().put('/:user_id/phone_number', c => {
    const user = userOf(c)
    const { phone_number: number, identification_status: status } = bodyOf(c, ReplaceSchema)
    return answer(c, user, replacePhoneNumbers(c.env.instance, user, number, status))
  })
