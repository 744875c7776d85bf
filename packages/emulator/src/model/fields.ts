import { z } from 'zod'
import { freeRecord } from '../lib/free-json.ts'
import { isPlainUrl } from '../lib/one-line.ts'

// What the fields of records are made of.

export const id = z.string().min(1)
export const time = z.number()
export const text = z.string()
/** Where a browser is led to. */
export const address = z.string().refine(isPlainUrl, 'an absolute URL, in one line')
export const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable()
/** What somebody chooses freely, as JSON. */
export type Metadata = Readonly<Record<string, unknown>>

export const metadata: z.ZodType<Metadata> = freeRecord

/** What no answer shows: another value of it is no change that clients would see. */
export const unseen = <Schema extends z.ZodType>(schema: Schema): Schema =>
  schema.meta({ unseen: true })

export const isUnseen = (schema: z.ZodType): boolean => {
  const { unseen: mark } = schema.meta() ?? {}
  return mark === true
}
