import { Hono } from 'hono'
import { createDevBrowser } from '../../domain/dev-browsers.ts'
import { paramMissing } from '../../lib/api-errors.ts'
import { type Env, paramsOf } from '../request-context.ts'

/**
 * `/v1/dev_browser`: a new development browser, which clients of development hosts need first.
 */
export const createDevBrowserRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/', c => {
      const { id, createdAt } = createDevBrowser(c.env.instance)
      return c.json({ object: 'dev_browser', id, created_at: createdAt })
    })
    // Former steps, which had a cookie set for the page: the id travels in addresses now.
    .get('/init', c => {
      if (!c.req.query('origin')) throw paramMissing('origin', 400)
      return c.body(null)
    })
    .post('/set_first_party_cookie', c => {
      paramsOf(c)
      return c.body(null)
    })
