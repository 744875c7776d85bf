import { z } from 'zod'
import { imageType } from '../../lib/images.ts'
import { id, text, time } from '../fields.ts'

/** A picture that was uploaded. */
export const ImageSchema = z.strictObject({
  id,
  name: text,
  // it is sent in a header
  /** `image/png` */
  type: z.string().regex(imageType, 'the type of a picture such as image/png'),
  /** base64url. */
  data: z.base64url(),
  createdAt: time,
})

export interface ImageRecord extends z.infer<typeof ImageSchema> {}
