import { type Context, Hono } from 'hono'
import { refuse } from '../../lib/api-error.ts'
import type { ControlEnv } from '../env.ts'
import { streamEvents } from './events.ts'
import { type DashboardScript, loadScript } from './load-script.ts'
import { renderDashboard, renderNotBuilt } from './page.ts'

// Its own script and nothing else; no script from text, wherever that came from.
const policy = "default-src 'self'; img-src data:; require-trusted-types-for 'script'"

const answerFile =
  (name: keyof DashboardScript, type: string) =>
  async (c: Context<ControlEnv>): Promise<Response> => {
    const built = await loadScript()
    if (!built) throw refuse(404, 'emulator_not_found', 'The dashboard is not built.')
    c.header('Content-Type', `${type}; charset=utf-8`)
    return c.body(built[name])
  }

/** The page for people: what the emulator knows, as it is now, and what can be done with it. */
export const createDashboardRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', async c => {
      c.header('Content-Security-Policy', policy)
      const built = await loadScript()
      return built ? c.html(renderDashboard(c.env.emulator)) : c.html(renderNotBuilt(), 503)
    })
    .get('/__emulator/dashboard.js', answerFile('script', 'text/javascript'))
    .get('/__emulator/dashboard.js.map', answerFile('map', 'application/json'))
    .get('/__emulator/events', c => {
      c.header('Content-Type', 'text/event-stream')
      return c.body(streamEvents(c.env.emulator, c.env.database))
    })
