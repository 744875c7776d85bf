import { z } from 'zod'
import { id, text, time } from '../fields.ts'

/** A program of the application that calls others of it, with a key of its own. */
export const MachineSchema = z.strictObject({
  /** `mch_…` */
  id,
  name: text,
  /** `ak_…` */
  secretKey: text,
  /** Earlier keys and until when each is still good. */
  superseded: z.array(z.strictObject({ secretKey: text, until: time })),
  /** ms its tokens live. */
  tokenLifetime: time,
  /** The machines that it may call. */
  scopes: z.array(z.strictObject({ machineId: text, createdAt: time })),
  createdAt: time,
  updatedAt: time,
})

export interface MachineRecord extends z.infer<typeof MachineSchema> {}
