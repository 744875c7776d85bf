import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { deleteProfileImage, setProfileImage } from '../../domain/account/profile-image.ts'
import { findRecord } from '../../domain/backend/find.ts'
import { mergeMetadata, replaceMetadata } from '../../domain/backend/merge-metadata.ts'
import { banUser, unbanUser } from '../../domain/ban.ts'
import { forgiveGuesses, lockUser } from '../../domain/lockout.ts'
import { paramMissing } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { toUserJson } from '../../serialize/backend/user.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { assertNoBody, bodyOf, optionalRecord, text } from './read-input.ts'
import { answerUser, userOf } from './users.ts'

type Change = (instance: Instance, user: UserRecord) => void

const unban: Change = (_, user) => unbanUser(user)

// Changes one user and answers with it.
const changing = (change: Change) => (c: Context<Env>) => {
  const user = userOf(c)
  assertNoBody(c)
  change(c.env.instance, user)
  return answerUser(c, user)
}

const ManySchema = z.strictObject({ user_ids: z.array(text).min(1, 'at least one id') })

const changingAll = (change: Change) => (c: Context<Env>) => {
  const { instance } = c.env
  const users = bodyOf(c, ManySchema).user_ids.map(id => findRecord(instance, 'users', 'User', id))
  for (const user of users) change(instance, user)
  return answerJson(c, () => users.map(user => toUserJson(instance, user)))
}

const MetadataSchema = z.strictObject({
  public_metadata: optionalRecord,
  private_metadata: optionalRecord,
  unsafe_metadata: optionalRecord,
})

const settingMetadata = (set: typeof mergeMetadata) => (c: Context<Env>) => {
  const user = userOf(c)
  const given = bodyOf(c, MetadataSchema)
  user.publicMetadata = set(user.publicMetadata, given.public_metadata)
  user.privateMetadata = set(user.privateMetadata, given.private_metadata)
  user.unsafeMetadata = set(user.unsafeMetadata, given.unsafe_metadata)
  return answerUser(c, user)
}

const setImage = (c: Context<Env>) => {
  const { instance, incoming } = c.env
  const user = userOf(c)
  if (!incoming.upload) throw paramMissing('file')
  setProfileImage(instance, user, incoming.upload, incoming.base)
  return answerUser(c, user)
}

const deleteImage = (c: Context<Env>) => {
  const user = userOf(c)
  deleteProfileImage(c.env.instance, user)
  return answerUser(c, user)
}

/** `/v1/users`: what a backend decides about users. */
export const createUserStatusRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/ban', changingAll(banUser))
    .post('/unban', changingAll(unban))
    .post('/:user_id/ban', changing(banUser))
    .post('/:user_id/unban', changing(unban))
    .post('/:user_id/lock', changing(lockUser))
    .post(
      '/:user_id/unlock',
      changing((_, user) => forgiveGuesses(user)),
    )
    .patch('/:user_id/metadata', settingMetadata(mergeMetadata))
    .put('/:user_id/metadata', settingMetadata(replaceMetadata))
    .post('/:user_id/profile_image', setImage)
    .delete('/:user_id/profile_image', deleteImage)
