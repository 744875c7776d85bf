import { Hono } from 'hono'
import { createDevBrowser } from '../../domain/dev-browsers.ts'
import type { Env } from '../request-context.ts'

/**
 * `POST /v1/dev_browser`: a new development browser, which clients of development hosts need first.
 */
export const createDevBrowserRoutes = (): Hono<Env> =>
  new Hono<Env>().post('/', c => {
    const { id, createdAt } = createDevBrowser(c.env.instance)
    return c.json({ object: 'dev_browser', id, created_at: createdAt })
  })
