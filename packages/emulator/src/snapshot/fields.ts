import { z } from 'zod'

// What the fields of records are made of.

export const id = z.string().min(1)
export const time = z.number()
export const text = z.string()
export const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable()
export const made = { createdAt: time, updatedAt: time }
