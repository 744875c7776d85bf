import { Hono } from 'hono'
import { z } from 'zod'
import { duplicateRecord } from '../../lib/backend-errors.ts'
import { isPlainUrl } from '../../lib/one-line.ts'
import { newRecord } from '../../model/new-record.ts'
import type { RedirectUrlRecord } from '../../model/records/backend.ts'
import type { Env } from '../request-context.ts'
import { handlersOf } from './collection.ts'
import { bodyOf } from './read-input.ts'

const { list, get, add, remove } = handlersOf<RedirectUrlRecord>({
  object: 'redirect_url',
  tableOf: ({ database }) => database.redirectUrls,
  wrapped: 'asked',
  toJson: ({ id, url, createdAt, updatedAt }) => ({
    object: 'redirect_url',
    id,
    url,
    created_at: createdAt,
    updated_at: updatedAt,
  }),
})

const CreateSchema = z.strictObject({
  url: z.string().refine(isPlainUrl, 'an absolute URL, in one line'),
})

/** `/v1/redirect_urls` */
export const createRedirectUrlRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', c => list(c))
    .post('/', c => {
      const { instance } = c.env
      const { url } = bodyOf(c, CreateSchema)
      if (instance.database.redirectUrls.all().some(each => each.url === url))
        throw duplicateRecord(`${url} is there already.`)
      return add(c, { ...newRecord(instance, 'ru'), url })
    })
    .get('/:id', get)
    .delete('/:id', remove)
