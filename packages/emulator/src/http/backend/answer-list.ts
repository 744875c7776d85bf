import type { Context } from 'hono'
import { paramValueInvalid } from '../../lib/api-errors.ts'
import { pageOf } from '../page.ts'
import type { Env } from '../request-context.ts'
import { flag, one, queryOf } from './read-input.ts'

interface ListForm {
  /**
   * `always`: `{ data, total_count }`, `never`: the array alone, `asked`: as `paginated` of the
   * query
   * says.
   */
  readonly wrapped: 'always' | 'never' | 'asked'
}

/** The part of a list that a request asks for by `limit` and `offset`. @throws ApiError 422. */
export const answerList = <Item>(
  c: Context<Env>,
  all: readonly Item[],
  toJson: (item: Item) => object,
  { wrapped }: ListForm,
): Response => {
  const data = pageOf(c, all).map(toJson)
  const isAsked = wrapped === 'asked' && queryOf(c, { paginated: flag.optional() }).paginated
  return c.json(wrapped === 'always' || isAsked ? { data, total_count: all.length } : data)
}

/** What lists are sorted by, by the names of the wire. */
export type Orders<Item> = Readonly<Record<string, (item: Item) => number | string | null>>

const compare = (a: number | string | null, b: number | string | null): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [first, second] = [String(a ?? ''), String(b ?? '')]
  if (first === second) return 0
  return first < second ? -1 : 1
}

/**
 * A list in the order that `order_by` says, such as `-created_at`, which stands for the latest
 * first.
 *
 * @throws ApiError 422 for an order that this list has not.
 */
export const inOrder = <Item>(
  c: Context<Env>,
  all: readonly Item[],
  orders: Orders<Item>,
  usual = '-created_at',
): Item[] => {
  const { order_by: orderBy = usual } = queryOf(c, { order_by: one.optional() })
  const [, sign, name = ''] = /^([+-]?)(.*)$/.exec(orderBy.trim()) ?? []
  const read = Object.hasOwn(orders, name) ? orders[name] : undefined
  if (!read) throw paramValueInvalid('order_by')
  const sorted = [...all].sort((a, b) => compare(read(a), read(b)))
  return sign === '-' ? sorted.reverse() : sorted
}

/** The order of most lists. */
export const byTime: Orders<{ readonly createdAt: number }> = {
  created_at: ({ createdAt }) => createdAt,
}
