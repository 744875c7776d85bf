import { type Context, Hono } from 'hono'
import type { Emulator } from '../control/emulator.ts'
import type { EmulatedSession } from '../control/sessions.ts'
import type { EmulatedUser } from '../control/users.ts'
import { UnknownRecord } from '../lib/input-errors.ts'
import { answerPage, type ControlEnv, givenOf, jsonOf, listOptionsOf } from './env.ts'

const idOf = (c: Context<ControlEnv>): string => c.req.param('id') ?? ''

const userOf = (c: Context<ControlEnv>) => {
  const user = c.env.emulator.users.get(idOf(c))
  if (!user) throw new UnknownRecord('user', idOf(c))
  return user
}

/** `/__emulator/users`; `:id` may be an identifier where a user is read. */
export const createUserControlRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => {
      const { users } = c.env.emulator
      const filter = givenOf(c, 'query', 'status')
      return answerPage(c, users.list({ ...filter, ...listOptionsOf(c) }), users.count(filter))
    })
    .post('/', c => c.json(c.env.emulator.users.create(jsonOf(c)), 201))
    .get('/:id', c => c.json(userOf(c)))
    .patch('/:id', c => c.json(c.env.emulator.users.update(idOf(c), jsonOf(c))))
    .delete('/:id', c => {
      c.env.emulator.users.delete(idOf(c))
      return c.body(null, 204)
    })
    .get('/:id/totp', c => c.json({ code: c.env.emulator.users.totpCode(idOf(c)) }))
    .post('/:id/ban', c => c.json(c.env.emulator.users.ban(idOf(c))))
    .post('/:id/unban', c => c.json(c.env.emulator.users.unban(idOf(c))))
    .post('/:id/lock', c => c.json(c.env.emulator.users.lock(idOf(c))))
    .post('/:id/unlock', c => {
      c.env.emulator.users.unlock(idOf(c))
      return c.json(userOf(c))
    })

type Naming = 'id' | 'emailAddress' | 'username' | 'phoneNumber' | 'firstName' | 'lastName'

/** A session, and as much of its user as it takes to say who that is. */
export interface SessionWithUser extends EmulatedSession {
  /** `null` once it is deleted; left out unless `?withUser=true` asks for it. */
  readonly user?: Pick<EmulatedUser, Naming> | null
}

const withUser = (emulator: Emulator, session: EmulatedSession): SessionWithUser => {
  const user = emulator.users.get(session.userId)
  if (!user) return { ...session, user: null }
  const { id, emailAddress, username, phoneNumber, firstName, lastName } = user
  return { ...session, user: { id, emailAddress, username, phoneNumber, firstName, lastName } }
}

/** `/__emulator/sessions`; `?withUser=true` says of each whose it is. */
export const createSessionControlRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => {
      const { emulator } = c.env
      const found = emulator.sessions.list({ ...givenOf(c, 'userId'), ...listOptionsOf(c) })
      const isNamed = c.req.query('withUser') === 'true'
      return c.json(isNamed ? found.map(session => withUser(emulator, session)) : found)
    })
    .get('/:id/token', async c => c.json({ jwt: await c.env.emulator.sessions.token(idOf(c)) }))
    .post('/', c => c.json(c.env.emulator.sessions.create(jsonOf(c)), 201))
    .post('/:id/revoke', c => c.json(c.env.emulator.sessions.revoke(idOf(c))))
    .post('/:id/expire', c => c.json(c.env.emulator.sessions.expire(idOf(c))))
    .post('/:id/tasks', c => {
      const { tasks = [] } = jsonOf<{ tasks?: readonly string[] }>(c)
      if (!Array.isArray(tasks) || !tasks.every(task => typeof task === 'string'))
        throw new TypeError('tasks must be a list of texts, such as ["choose-organization"].')
      return c.json(c.env.emulator.sessions.assignTasks(idOf(c), tasks))
    })

/** `/__emulator/clients` */
export const createClientControlRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => c.json(c.env.emulator.clients.list(listOptionsOf(c))))
    .post('/:id/rotate', c => c.json(c.env.emulator.clients.rotate(idOf(c))))
