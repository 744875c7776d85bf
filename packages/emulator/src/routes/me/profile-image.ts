import { type Context, Hono } from 'hono'
import { callOf, type Env, paramsOf } from '../../http/call.ts'
import { callerOf } from '../../http/caller.ts'
import { answerWrapped } from '../../http/envelope.ts'
import { paramMissing } from '../../refusals.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { deleteProfileImage, setProfileImage } from '../../state/account/profile-image.ts'

const set = (c: Context<Env>) => {
  const { instance, user } = callerOf(c)
  paramsOf(c, 'file')
  const { upload, base } = callOf(c).incoming
  if (!upload) throw paramMissing('file')
  const { id, name } = setProfileImage(instance, user, upload, base)
  const url = user.image?.url ?? ''
  return answerWrapped(c, () => ({ object: 'image', id, name, public_url: url }))
}

const remove = (c: Context<Env>) => {
  const { instance, user } = callerOf(c)
  paramsOf(c)
  const id = deleteProfileImage(instance, user)
  return answerWrapped(c, () => toDeletedJson('image', id))
}

/** `/v1/me/profile_image`: the picture of the caller, sent as a file or as base64. */
export const createProfileImageRoutes = (): Hono<Env> =>
  new Hono<Env>().post('/', set).delete('/', remove)
