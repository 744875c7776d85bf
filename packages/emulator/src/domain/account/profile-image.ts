import { base64url } from 'jose'
import { paramFormatInvalid, resourceNotFound } from '../../lib/api-errors.ts'
import { imageType, imageTypeOf, type Upload } from '../../lib/images.ts'
import type { Instance } from '../../model/instance.ts'
import type { ImageRecord } from '../../model/records/image.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { touchUser } from '../users.ts'

// Nobody shows the one before any more.
const forget = ({ database }: Instance, { image }: UserRecord): void => {
  if (image) database.images.delete(image.id)
}

/**
 * Gives a user a picture, in place of the one before.
 *
 * @param base what stands before the path at which pictures are shown.
 * @throws ApiError 422 for a file that is no picture.
 */
export const setProfileImage = (
  instance: Instance,
  user: UserRecord,
  upload: Upload,
  base: string,
): ImageRecord => {
  const type = imageTypeOf(upload.bytes, upload.type)
  if (!imageType.test(type) || upload.bytes.length === 0)
    throw paramFormatInvalid('file', 'a picture: PNG, JPEG, GIF or WebP')
  const image: ImageRecord = {
    id: instance.ids.next('img'),
    name: upload.name,
    type,
    data: base64url.encode(upload.bytes),
    createdAt: instance.clock.now(),
  }
  forget(instance, user)
  instance.database.images.set(image)
  user.image = { id: image.id, url: `${base}/__emulator/images/${image.id}` }
  touchUser(instance, user)
  return image
}

/** Takes the picture of a user away. @throws ApiError 404 when there is none. */
export const deleteProfileImage = (instance: Instance, user: UserRecord): string => {
  const { image } = user
  if (!image) throw resourceNotFound('Image')
  forget(instance, user)
  user.image = null
  touchUser(instance, user)
  return image.id
}
