import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { assertNotLast, forgetIdentification } from '../../domain/account/identifications.ts'
import { addEmailAddress } from '../../domain/backend/create-identifications.ts'
import { findRecord } from '../../domain/backend/find.ts'
import { findEmailAddress } from '../../domain/backend/identifications.ts'
import { replaceEmailAddresses } from '../../domain/backend/replace-identifications.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { toEmailAddressJson } from '../../serialize/identifications.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { bodyOf, optionalFlag, text } from './read-input.ts'
import { userOf } from './users.ts'
import { attempting, preparing } from './verifications.ts'

const CreateSchema = z.strictObject({
  user_id: text,
  email_address: text,
  verified: optionalFlag,
  primary: optionalFlag,
  notify_primary_email_address_changed: optionalFlag,
})

const UpdateSchema = CreateSchema.omit({ user_id: true, email_address: true })

const ReplaceSchema = z.strictObject({
  email_address: text,
  identification_status: z.enum(['verified', 'reserved', 'unverified']).optional(),
  notify_primary_email_address_changed: optionalFlag,
})

const found = (c: Context<Env>) => findEmailAddress(c.env.instance, c.req.param('id') ?? '')

const answer = (c: Context<Env>, email: Parameters<typeof toEmailAddressJson>[1]) =>
  answerJson(c, () => toEmailAddressJson(c.env.instance, email))

const create = (c: Context<Env>) => {
  const { instance } = c.env
  const body = bodyOf(c, CreateSchema)
  const user = findRecord(instance, 'users', 'User', body.user_id)
  const status = body.verified ? 'verified' : 'unverified'
  const email = addEmailAddress(instance, user, body.email_address, status)
  if (body.primary) user.primaryEmailAddressId = email.id
  return answer(c, email)
}

const update = (c: Context<Env>) => {
  const { user, email } = found(c)
  const { verified, primary } = bodyOf(c, UpdateSchema)
  if (verified != null && verified !== email.verified) {
    email.verified = verified
    email.verificationStrategy = 'admin'
  }
  if (primary) user.primaryEmailAddressId = email.id
  return answer(c, email)
}

const remove = (c: Context<Env>) => {
  const { user, email } = found(c)
  assertNotLast(user, email)
  user.emailAddresses = user.emailAddresses.filter(kept => kept !== email)
  forgetIdentification(c.env.instance, user, email)
  return answerJson(c, () => toDeletedJson('email_address', email.id))
}

/** `/v1/email_addresses` */
export const createEmailAddressRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', create)
    .get('/:id', c => answer(c, found(c).email))
    .patch('/:id', update)
    .delete('/:id', remove)
    .post('/:id/prepare_verification', preparing('email_code', found))
    .post('/:id/attempt_verification', attempting(found))

/** `PUT /v1/users/{user_id}/email_address` */
export const createEmailReplacementRoutes = (): Hono<Env> =>
  new Hono<Env>().put('/:user_id/email_address', c => {
    const user = userOf(c)
    const { email_address: address, identification_status: status } = bodyOf(c, ReplaceSchema)
    return answer(c, replaceEmailAddresses(c.env.instance, user, address, status))
  })
