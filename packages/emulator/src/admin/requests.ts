import { type Context, Hono } from 'hono'
import type { Emulator } from '../control/emulator.ts'
import { filterRequests, type RequestFilter } from '../control/request-log.ts'
import { UnknownRecord } from '../lib/input-errors.ts'
import { pageOf } from '../lib/list-page.ts'
import { answerPage, type ControlEnv, jsonOf, listOptionsOf } from './env.ts'

const listing = new Set(['last', 'limit', 'offset', 'newestFirst', 'brief'])
const numbers = new Set(['status', 'minStatus'])

const toValue = ({ users }: Emulator, name: string, value: string) => {
  if (name === 'userId') return users.get(value)?.id ?? value
  return numbers.has(name) ? Number(value) : value
}

const filterOf = (c: Context<ControlEnv>): RequestFilter =>
  Object.fromEntries(
    Object.entries(c.req.query())
      .filter(([name, value]) => !listing.has(name) && value !== '')
      .map(([name, value]) => [name, toValue(c.env.emulator, name, value)]),
  )

/**
 * `/__emulator/requests`; `?userId` may be an identifier, and `?brief=true` leaves out what was
 * answered.
 */
export const createRequestRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => {
      const found = filterRequests(c.env.emulator.requests, filterOf(c))
      const page = pageOf(found, listOptionsOf(c))
      const isBrief = c.req.query('brief') === 'true'
      return answerPage(
        c,
        isBrief ? page.map(({ response: _, ...entry }) => entry) : page,
        found.length,
      )
    })
    .get('/:id', c => {
      const id = c.req.param('id')
      const found = c.env.emulator.requests.find(entry => String(entry.id) === id)
      if (!found) throw new UnknownRecord('request', id)
      return c.json(found)
    })
    .post('/expect', c => c.json(c.env.emulator.requests.expect(jsonOf(c))))
