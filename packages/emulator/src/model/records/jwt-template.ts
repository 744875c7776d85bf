import { z } from 'zod'
import { id, metadata, text, time } from '../fields.ts'

/** What a token for another service says, as a backend made it. */
export const JwtTemplateSchema = z.strictObject({
  /** `jtmp_…` */
  id,
  name: text,
  /** Any JSON, with shortcodes. */
  claims: metadata,
  /** ms its tokens live. */
  lifetime: time,
  /** ms by which clocks may differ. */
  allowedClockSkew: time,
  createdAt: time,
  updatedAt: time,
})

export interface JwtTemplateRecord extends z.infer<typeof JwtTemplateSchema> {}
