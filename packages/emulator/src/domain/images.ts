import { base64url } from 'jose'
import { paramFormatInvalid } from '../lib/api-errors.ts'
import { imageType, imageTypeOf, type Upload } from '../lib/images.ts'
import type { Instance } from '../model/instance.ts'
import type { ImageRecord } from '../model/records/image.ts'

/** Who has a picture: its id, and where it is to be had. */
export interface Pictured {
  image: { id: string; url: string } | null
}

/** Takes the picture away, which nobody shows any more then. */
export const forgetImage = ({ database }: Instance, owner: Pictured): void => {
  if (owner.image) database.images.delete(owner.image.id)
  owner.image = null
}

/**
 * Gives a user or an organization a picture, in place of the one before.
 *
 * @param base what stands before the path at which pictures are shown.
 * @throws ApiError 422 for a file that is no picture.
 */
export const replaceImage = (
  instance: Instance,
  owner: Pictured,
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
  forgetImage(instance, owner)
  instance.database.images.set(image)
  owner.image = { id: image.id, url: `${base}/__emulator/images/${image.id}` }
  return image
}
