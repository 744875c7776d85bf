import { resourceNotFound } from '../../lib/api-errors.ts'
import type { Upload } from '../../lib/images.ts'
import type { Instance } from '../../model/instance.ts'
import type { ImageRecord } from '../../model/records/image.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { forgetImage, replaceImage } from '../images.ts'

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
  const image = replaceImage(instance, user, upload, base)
  return image
}

/** Takes the picture of a user away. @throws ApiError 404 when there is none. */
export const deleteProfileImage = (instance: Instance, user: UserRecord): string => {
  const { image } = user
  if (!image) throw resourceNotFound('Image')
  forgetImage(instance, user)
  return image.id
}
