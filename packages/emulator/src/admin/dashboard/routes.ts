import { type Context, Hono } from 'hono'
import type { ControlEnv } from '../env.ts'
import { streamEvents } from './events.ts'
import { renderDashboard } from './page/page.ts'
import { script } from './script.ts'
import { style } from './style.ts'

// Its own script and style and nothing else; no script from text, wherever that came from.
const policy = "default-src 'self'; img-src data:; require-trusted-types-for 'script'"

const answer = (c: Context<ControlEnv>, type: string, body: string) => {
  c.header('Content-Type', `${type}; charset=utf-8`)
  return c.body(body)
}

/**
 * The page for people: users, sessions, inbox, requests, clock, faults and settings, as they are
 * now.
 */
export const createDashboardRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => {
      c.header('Content-Security-Policy', policy)
      return c.html(renderDashboard(c.env.emulator))
    })
    .get('/__emulator/dashboard.js', c => answer(c, 'text/javascript', script))
    .get('/__emulator/dashboard.css', c => answer(c, 'text/css', style))
    .get('/__emulator/events', c => {
      c.header('Content-Type', 'text/event-stream')
      return c.body(streamEvents(c.env.emulator))
    })
