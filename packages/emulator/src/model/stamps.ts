import { z } from 'zod'
import { isUnseen } from './fields.ts'

/** A record, or a part of one, that says when it changed. */
export interface Stamped {
  /** Epoch milliseconds. */
  updatedAt: number
}

type Parts = Readonly<Record<string, unknown>>

const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null

const isStamped = (value: Parts): value is Parts & Stamped =>
  'updatedAt' in value && typeof value.updatedAt === 'number'

const idOf = (value: unknown): unknown => (isParts(value) && 'id' in value ? value.id : undefined)

// What an item of a list was before: the one of the same id, else the one of the same place.
const partBefore = (before: Parts, part: unknown, key: string): unknown => {
  const id = Array.isArray(before) ? idOf(part) : undefined
  return Array.isArray(before) && id !== undefined
    ? before.find(each => idOf(each) === id)
    : before[key]
}

// `undefined` for what is free JSON.
const schemaOf = (schema: unknown, key: string): unknown => {
  if (schema instanceof z.ZodNullable) return schemaOf(schema.unwrap(), key)
  if (schema instanceof z.ZodArray) return schema.element
  return schema instanceof z.ZodObject ? schema.shape[key] : undefined
}

const isSeen = (schema: unknown): boolean => !(schema instanceof z.ZodType && isUnseen(schema))

/**
 * Finds whether something that clients see is another than before, and hands `stamp` each part of
 * it that has a stamp and is. What was not there before is new and has its stamp.
 */
export const stampChanged = (
  value: unknown,
  before: unknown,
  schema: unknown,
  stamp: (changed: Stamped) => void,
): boolean => {
  if (!isParts(value) || !isParts(before)) return !Object.is(value, before)
  let isAnother = Object.keys(before).length !== Object.keys(value).length
  for (const [key, part] of Object.entries(value)) {
    const own = schemaOf(schema, key)
    if (key === 'updatedAt' || !isSeen(own)) continue
    isAnother = stampChanged(part, partBefore(before, part, key), own, stamp) || isAnother
  }
  if (isAnother && isStamped(value)) stamp(value)
  return isAnother
}
