import { z } from 'zod'
import { id, orNull, text } from '../fields.ts'
import { VerificationSchema } from './verification.ts'

const ReverificationLevelSchema = z.enum(['first_factor', 'second_factor', 'multi_factor'])

/** That the user of a session proves once more who it is. The id is that of the session. */
export const ReverificationSchema = z.strictObject({
  id,
  userId: text,
  level: ReverificationLevelSchema,
  status: z.enum(['needs_first_factor', 'needs_second_factor', 'complete']),
  firstFactorVerification: orNull(VerificationSchema),
  secondFactorVerification: orNull(VerificationSchema),
})

export interface ReverificationRecord extends z.infer<typeof ReverificationSchema> {}
