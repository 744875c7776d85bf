import { type Context, Hono } from 'hono'
import { deleteProfileImage, setProfileImage } from '../../../domain/account/profile-image.ts'
import { paramMissing } from '../../../lib/api-errors.ts'
import { toDeletedJson } from '../../../serialize/deleted.ts'
import { answerWrapped } from '../../envelope.ts'
import { contextOf, type Env, paramsOf } from '../../request-context.ts'
import { signedInContextOf } from '../../signed-in-context.ts'

const set = (c: Context<Env>) => {
  const { instance, user } = signedInContextOf(c)
  paramsOf(c, 'file')
  const { upload, base } = contextOf(c).incoming
  if (!upload) throw paramMissing('file')
  const { id, name } = setProfileImage(instance, user, upload, base)
  const url = user.image?.url ?? ''
  return answerWrapped(c, () => ({ object: 'image', id, name, public_url: url }))
}

const remove = (c: Context<Env>) => {
  const { instance, user } = signedInContextOf(c)
  paramsOf(c)
  const id = deleteProfileImage(instance, user)
  return answerWrapped(c, () => toDeletedJson('image', id))
}

/** `/v1/me/profile_image`: the picture of the caller, sent as a file or as base64. */
export const createProfileImageRoutes = (): Hono<Env> =>
  new Hono<Env>().post('/', set).delete('/', remove)
