import { Hono } from 'hono'
import { resourceNotFound } from '../../lib/api-errors.ts'
import { answerError } from '../answer-error.ts'
import { faultResponse, requestLogger, validateRequest } from '../middleware.ts'
import { addMethodRefusals, addUnimplemented } from '../refusals.ts'
import type { Env } from '../request-context.ts'
import { authenticate } from './authenticate.ts'
import { addResources } from './resources.ts'
import { unimplemented } from './unimplemented.ts'

/**
 * The routes of the Backend API. No page may call it: its answers have no CORS headers, and it
 * takes
 * nothing but the secret key.
 */
export const createBackendApp = (): Hono<Env> => {
  const app = new Hono<Env>({ strict: false })
  app.onError(answerError)
  app.notFound(c => answerError(resourceNotFound('Resource'), c))
  app.use(requestLogger, async (c, next) => {
    c.header('Cache-Control', 'no-store')
    c.header('Date', new Date(c.env.instance.clock.now()).toUTCString())
    await next()
  })
  app.use(faultResponse, authenticate, validateRequest)
  addResources(app)
  addUnimplemented(app, unimplemented)
  addMethodRefusals(app)
  return app
}
