import type { Context } from 'hono'
import { paramFormatInvalid, paramValueInvalid } from '../lib/api-errors.ts'
import { answerWrapped } from './envelope.ts'
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

/** The values that a query gives a name, one or several; none where they are empty. */
export const queriesOf = (c: Context<Env>, name: string): readonly string[] =>
  (c.req.queries(name) ?? []).filter(value => value !== '')

/**
 * Those of a list that have a status which a request asks for.
 *
 * @throws ApiError 422 for a status that there is not.
 */
export const withStatus = <Item extends { readonly status: string }>(
  c: Context<Env>,
  known: readonly string[],
  all: readonly Item[],
): readonly Item[] => {
  const given = queriesOf(c, 'status')
  if (given.some(status => !known.includes(status))) throw paramValueInvalid('status')
  return given.length > 0 ? all.filter(({ status }) => given.includes(status)) : all
}

/** Answers with a page of a list: `{ data, total_count }`. */
export const answerPage = <Item>(
  c: Context<Env>,
  all: readonly Item[],
  toJson: (item: Item) => object,
  more: object = {},
): Promise<Response> => {
  const page = pageOf(c, all)
  return answerWrapped(c, () => ({
    data: page.map(item => toJson(item)),
    total_count: all.length,
    ...more,
  }))
}

/** The same, or the page alone where a request does not say `paginated`. */
export const answerPageOrList = <Item>(
  c: Context<Env>,
  all: readonly Item[],
  toJson: (item: Item) => object,
): Promise<Response> => {
  if (c.req.query('paginated') === 'true') return answerPage(c, all, toJson)
  const page = pageOf(c, all)
  return answerWrapped(c, () => page.map(item => toJson(item)))
}
