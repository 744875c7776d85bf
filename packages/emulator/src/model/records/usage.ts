import { z } from 'zod'
import { id, time } from '../fields.ts'

/** When something limited was done lately. The id says what, and from which address. */
export const UsageSchema = z.strictObject({
  id,
  times: z.array(time),
})
