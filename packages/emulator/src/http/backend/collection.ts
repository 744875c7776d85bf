import type { Context } from 'hono'
import { resourceNotFound } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { RecordTable } from '../../model/record-table.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList, byTime, inOrder } from './answer-list.ts'
import { assertNoBody } from './read-input.ts'

/** Records of one kind, which are listed, read and deleted alike. */
export interface Collection<Item> {
  /** `redirect_url` */
  readonly object: string
  tableOf(instance: Instance): RecordTable<Item>
  toJson(item: Item, instance: Instance): object
  /** How the list is answered. */
  readonly wrapped: 'always' | 'asked' | 'never'
  /** Those that are meant; all when not set. */
  fits?(item: Item): boolean
}

interface Recorded {
  readonly id: string
  readonly createdAt: number
}

const titleOf = (object: string): string => {
  const words = object.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What can be done with every collection. The path names a record by `:id`. */
export const handlersOf = <Item extends Recorded>(collection: Collection<Item>) => {
  const { object, tableOf, toJson, wrapped, fits = () => true } = collection
  const find = (c: Context<Env>): Item => {
    const id = c.req.param('id') ?? ''
    const found = tableOf(c.env.instance).get(id)
    if (!found || !fits(found)) throw resourceNotFound(titleOf(object), id)
    return found
  }
  const answer = (c: Context<Env>, item: Item) => answerJson(c, () => toJson(item, c.env.instance))
  return {
    /** The record that the path names. @throws ApiError 404. */
    find,
    answer,
    list: (c: Context<Env>, items: readonly Item[] = tableOf(c.env.instance).where(fits)) =>
      answerList(c, inOrder(c, items, byTime), item => toJson(item, c.env.instance), { wrapped }),
    get: (c: Context<Env>) => answer(c, find(c)),
    /** Puts a new record into its table and answers with it. */
    add: (c: Context<Env>, item: Item) => {
      tableOf(c.env.instance).set(item)
      return answer(c, item)
    },
    remove: (c: Context<Env>) => {
      const { id } = find(c)
      assertNoBody(c)
      tableOf(c.env.instance).delete(id)
      return answerJson(c, () => toDeletedJson(object, id))
    },
  }
}
