import type { Context } from 'hono'
import { paramFormatInvalid } from '../lib/api-errors.ts'
import type { Env } from './request-context.ts'

const readNumber = (
  c: Context<Env>,
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
): number => {
  const text = c.req.query(name)
  if (text === undefined) return fallback
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= least && number <= most))
    throw paramFormatInvalid(name, `a number from ${least} to ${most}`)
  return number
}

/**
 * The part of a list that a request asks for by `limit` and `offset`.
 *
 * @throws ApiError 422 for numbers that are none.
 */
export const pageOf = <Item>(c: Context<Env>, all: readonly Item[]): readonly Item[] => {
  const limit = readNumber(c, 'limit', 10, [1, 500])
  const offset = readNumber(c, 'offset', 0, [0, 999_999_999])
  return all.slice(offset, offset + limit)
}
