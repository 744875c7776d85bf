import { Hono } from 'hono'
import type { Env } from '../request-context.ts'

/**
 * `POST /v1/dev_browser`: a new development browser, which clients of development hosts need first.
 */
export const createDevBrowserRoutes = (): Hono<Env> =>
  new Hono<Env>().post('/', c => {
    const { ids, clock, database } = c.env.instance
    const devBrowser = { id: ids.next('dvb'), clientId: null, createdAt: clock.now() }
    database.devBrowsers.set(devBrowser)
    return c.json({ object: 'dev_browser', id: devBrowser.id, created_at: devBrowser.createdAt })
  })
