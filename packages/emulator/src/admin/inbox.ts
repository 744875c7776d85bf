import { type Context, Hono } from 'hono'
import { refuse } from '../lib/api-error.ts'
import { UnknownRecord } from '../lib/input-errors.ts'
import { pageOf } from '../lib/list-page.ts'
import type { MessageFilter } from '../model/inbox.ts'
import { type ControlEnv, listOptionsOf } from './env.ts'

const longest = 300_000

const filterOf = (c: Context<ControlEnv>): MessageFilter => {
  const { to, kind, after } = c.req.query()
  return { ...(to ? { to } : {}), ...(kind ? { kind } : {}), ...(after ? { after } : {}) }
}

// By the time of who asks, and not by the emulator's clock, which may stand still.
const timeoutOf = (c: Context<ControlEnv>): number => {
  const text = c.req.query('timeout') ?? '30000'
  if (/^\d+$/.test(text) && Number(text) <= longest) return Number(text)
  throw new TypeError(`timeout must be a number of milliseconds up to ${longest}, not ${text}.`)
}

const wait = async (c: Context<ControlEnv>) => {
  const { inbox } = c.env.emulator
  const filter = filterOf(c)
  const found = inbox.latest(filter)
  if (found) return c.json(found)
  const signal = AbortSignal.timeout(timeoutOf(c))
  const message = await inbox.waitFor(filter, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
    throw refuse(408, 'emulator_timeout', 'No such message came in time.')
  })
  return c.json(message)
}

// In a browser of its own, which has no cookies: as when somebody opens it on another device.
const openLink = async (c: Context<ControlEnv>) => {
  const { emulator } = c.env
  const id = c.req.param('id') ?? ''
  const message = emulator.inbox.messages().find(candidate => candidate.id === id)
  if (!message) throw new UnknownRecord('message', id)
  if (message.link === null) throw new TypeError(`The message ${id} has no link.`)
  const response = await emulator.fetch(message.link, { redirect: 'manual' })
  return c.json({ status: response.status, location: response.headers.get('location') })
}

/** `/__emulator/inbox` */
export const createInboxRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => c.json(pageOf(c.env.emulator.inbox.messages(filterOf(c)), listOptionsOf(c))))
    .get('/wait', wait)
    .post('/:id/open', openLink)
    .delete('/', c => {
      c.env.emulator.inbox.clear()
      return c.body(null, 204)
    })
