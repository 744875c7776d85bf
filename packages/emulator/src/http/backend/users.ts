import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { deleteUser } from '../../domain/account/delete-user.ts'
import { createIdentifications } from '../../domain/backend/create-identifications.ts'
import { findRecord } from '../../domain/backend/find.ts'
import { findUsers, userOrders } from '../../domain/backend/find-users.ts'
import { applyUserFields, assertComplete, choosePrimary } from '../../domain/backend/user-fields.ts'
import { lockUser } from '../../domain/lockout.ts'
import { closeSessionsOfUser } from '../../domain/sessions.ts'
import { blankUser } from '../../domain/users.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { toUserJson } from '../../serialize/backend/user.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList, inOrder } from './answer-list.ts'
import {
  assertNoBody,
  bodyOf,
  one,
  optionalFlag,
  optionalMoment,
  optionalRecord,
  optionalText,
  queryOf,
  text,
  textsOf,
} from './read-input.ts'
import { assertSupported } from './supported.ts'
import { userFilterOf } from './user-query.ts'

const status = z.array(z.enum(['verified', 'reserved', 'unverified'])).nullish()

const common = {
  external_id: optionalText,
  first_name: optionalText,
  last_name: optionalText,
  locale: optionalText,
  username: optionalText,
  password: optionalText,
  password_digest: optionalText,
  password_hasher: optionalText,
  skip_password_checks: optionalFlag,
  totp_secret: z
    .string()
    .regex(/^[A-Z2-7]{16,}=*$/, 'base32 of at least 80 bits')
    .nullish(),
  backup_codes: z.array(text).nullish(),
  public_metadata: optionalRecord,
  private_metadata: optionalRecord,
  unsafe_metadata: optionalRecord,
  delete_self_enabled: optionalFlag,
  legal_accepted_at: optionalMoment,
  skip_legal_checks: optionalFlag,
  create_organization_enabled: optionalFlag,
  create_organizations_limit: z.number().int().nonnegative().nullish(),
  created_at: optionalMoment,
  bypass_client_trust: optionalFlag,
}

const CreateSchema = z.strictObject({
  ...common,
  email_address: z.array(text).nullish(),
  email_address_identification_status: status,
  phone_number: z.array(text).nullish(),
  phone_number_identification_status: status,
  web3_wallet: z.array(text).nullish(),
  skip_password_requirement: optionalFlag,
  skip_user_requirement: optionalFlag,
  banned: optionalFlag,
  locked: optionalFlag,
})

const UpdateSchema = z.strictObject({
  ...common,
  primary_email_address_id: optionalText,
  notify_primary_email_address_changed: optionalFlag,
  primary_phone_number_id: optionalText,
  primary_web3_wallet_id: optionalText,
  profile_image_id: optionalText,
  sign_out_of_other_sessions: optionalFlag,
})

const nameTexts = ({ first_name, last_name, username, password }: z.output<typeof UpdateSchema>) =>
  textsOf({ first_name, last_name, username, password })

/** The user that the path names. @throws ApiError 404. */
export const userOf = (c: Context<Env>): UserRecord =>
  findRecord(c.env.instance, 'users', 'User', c.req.param('user_id') ?? '')

/** Answers with a user. */
export const answerUser = (c: Context<Env>, user: UserRecord): Response =>
  answerJson(c, () => toUserJson(c.env.instance, user))

const list = (c: Context<Env>) => {
  const { instance } = c.env
  const sorted = inOrder(c, findUsers(instance, userFilterOf(c)), userOrders(instance))
  const { starting_after: after } = queryOf(c, { starting_after: one.optional() })
  const from = after === undefined ? 0 : sorted.findIndex(({ id }) => id === after) + 1
  const toJson = (user: UserRecord) => toUserJson(instance, user)
  return answerList(c, sorted.slice(from), toJson, { wrapped: 'never' })
}

const count = (c: Context<Env>) =>
  c.json({
    object: 'total_count',
    total_count: findUsers(c.env.instance, userFilterOf(c)).length,
  })

const create = (c: Context<Env>) => {
  const { instance } = c.env
  const fields = bodyOf(c, CreateSchema)
  assertSupported('POST /v1/users', fields, ['password_digest', 'password_hasher'])
  // It has a number once nothing can be wrong any more, so that a refusal leaves no gap.
  const user = blankUser('', instance.clock.now())
  createIdentifications(instance, user, fields)
  applyUserFields(instance, user, fields, nameTexts(fields))
  assertComplete(instance, user, {
    password: fields.skip_password_requirement === true,
    user: fields.skip_user_requirement === true,
  })
  user.banned = fields.banned === true
  if (fields.locked) lockUser(instance, user)
  const created = { ...user, id: instance.ids.next('user') }
  instance.database.users.set(created)
  return answerUser(c, created)
}

const update = (c: Context<Env>) => {
  const { instance } = c.env
  const user = userOf(c)
  const fields = bodyOf(c, UpdateSchema)
  assertSupported('PATCH /v1/users/:user_id', fields, [
    'password_digest',
    'password_hasher',
    'primary_web3_wallet_id',
    'profile_image_id',
  ])
  choosePrimary(user, fields.primary_email_address_id, fields.primary_phone_number_id)
  applyUserFields(instance, user, fields, nameTexts(fields))
  if (fields.sign_out_of_other_sessions) closeSessionsOfUser(instance, user, 'revoked')
  return answerUser(c, user)
}

const remove = (c: Context<Env>) => {
  const user = userOf(c)
  deleteUser(c.env.instance, user)
  return answerJson(c, () => toDeletedJson('user', user.id))
}

/** `/v1/users` */
export const createUserRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', list)
    .post('/', create)
    .get('/count', count)
    .get('/:user_id', c => answerUser(c, userOf(c)))
    .patch('/:user_id', update)
    .delete('/:user_id', c => {
      assertNoBody(c)
      return remove(c)
    })
