import { Hono } from 'hono'
import { refuse } from '../lib/api-error.ts'
import { methodNotAllowed } from '../lib/api-errors.ts'
import { answerFault } from './answer-error.ts'
import { createClockRoutes } from './clock.ts'
import { createDashboardRoutes } from './dashboard/routes.ts'
import { type ControlEnv, jsonOf, listOptionsOf } from './env.ts'
import {
  createFaultRoutes,
  createScenarioRoutes,
  createSettingsRoutes,
} from './faults-settings-scenarios.ts'
import { createInboxRoutes } from './inbox.ts'
import { answerPreflight, banner, controlHeaders, validateRequest } from './middleware.ts'
import { createOrganizationRoutes } from './organizations.ts'
import { createRequestRoutes } from './requests.ts'
import { createDecisionRoutes, createTicketRoutes } from './tickets-and-oauth.ts'
import {
  createClientControlRoutes,
  createSessionControlRoutes,
  createUserControlRoutes,
} from './users-sessions-clients.ts'

const createWholeRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => {
      const { publishableKey, secretKey, jwtKey, host } = c.env.emulator
      return c.json({ notice: banner, publishableKey, secretKey, jwtKey, host })
    })
    .post('/reset', c => {
      c.env.emulator.reset()
      return c.body(null, 204)
    })
    .post('/restore', c => {
      c.env.emulator.restore()
      return c.body(null, 204)
    })
    .post('/seed', c => {
      c.env.emulator.seed(jsonOf(c))
      return c.body(null, 204)
    })
    .get('/export', c => c.json(c.env.emulator.export()))
    .post('/import', c => {
      c.env.emulator.import(jsonOf(c))
      return c.body(null, 204)
    })

/** What is known, but not by this method. */
const addMethodRefusals = (app: Hono<ControlEnv>): void => {
  const known = app.routes.filter(({ method }) => method !== 'ALL')
  for (const { path } of known) {
    app.all(path, () => {
      throw methodNotAllowed([
        ...new Set(known.filter(route => route.path === path).map(({ method }) => method)),
      ])
    })
  }
}

/** The typed methods of an emulator over HTTP, JSON in and out. */
export const createControlApp = (): Hono<ControlEnv> => {
  const app = new Hono<ControlEnv>({ strict: false })
  app.onError(answerFault)
  app.notFound(c => answerFault(refuse(404, 'emulator_not_found', `There is no ${c.req.path}.`), c))
  app.use('*', controlHeaders, validateRequest, answerPreflight)
  app.route('/', createDashboardRoutes())
  app.route('/__emulator/users', createUserControlRoutes())
  app.route('/__emulator/organizations', createOrganizationRoutes())
  app.route('/__emulator/sessions', createSessionControlRoutes())
  app.route('/__emulator/clients', createClientControlRoutes())
  app.get('/__emulator/attempts', c => c.json(c.env.emulator.attempts.list(listOptionsOf(c))))
  app.route('/__emulator/inbox', createInboxRoutes())
  app.route('/__emulator/clock', createClockRoutes())
  app.route('/__emulator/faults', createFaultRoutes())
  app.route('/__emulator/scenarios', createScenarioRoutes())
  app.route('/__emulator/settings', createSettingsRoutes())
  app.route('/__emulator/requests', createRequestRoutes())
  app.route('/__emulator/tickets', createTicketRoutes())
  app.get('/__emulator/webhooks', c => c.json(c.env.emulator.webhooks.list(listOptionsOf(c))))
  app.post('/__emulator/webhooks/:id/replay', c =>
    c.json(c.env.emulator.webhooks.replay(c.req.param('id'))),
  )
  app.route('/__emulator/oauth', createDecisionRoutes())
  app.route('/__emulator', createWholeRoutes())
  addMethodRefusals(app)
  return app
}
