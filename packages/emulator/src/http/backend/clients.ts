import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findRecord } from '../../domain/backend/find.ts'
import { isSignedIn } from '../../domain/clients.ts'
import { expireDueOfAll } from '../../domain/expire-due.ts'
import { resourceNotFound } from '../../lib/api-errors.ts'
import { sessionTokenInvalid } from '../../lib/backend-errors.ts'
import type { ClientRecord } from '../../model/records/client.ts'
import { toClientJson } from '../../serialize/backend/client.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList, byTime, inOrder } from './answer-list.ts'
import { bodyOf, text } from './read-input.ts'

const list = (c: Context<Env>) => {
  const { instance } = c.env
  expireDueOfAll(instance)
  const clients = inOrder(
    c,
    instance.database.clients.where(() => true),
    byTime,
  )
  const toJson = (client: ClientRecord) => toClientJson(instance, client)
  return answerList(c, clients, toJson, { wrapped: 'asked' })
}

const get = (c: Context<Env>) => {
  const { instance } = c.env
  expireDueOfAll(instance)
  const client = findRecord(instance, 'clients', 'Client', c.req.param('client_id') ?? '')
  return answerJson(c, () => toClientJson(instance, client))
}

// The token is one of a session: its client is meant.
const verify = (c: Context<Env>) => {
  const { instance } = c.env
  expireDueOfAll(instance)
  const { token } = bodyOf(c, z.strictObject({ token: text }))
  const { sid, exp = 0 } = instance.signer.read(token) ?? {}
  if (typeof sid !== 'string' || exp * 1000 <= instance.clock.now()) throw sessionTokenInvalid()
  const session = instance.database.sessions.get(sid)
  const client = session && instance.database.clients.get(session.clientId)
  if (!client || !isSignedIn(session)) throw resourceNotFound('Client')
  return answerJson(c, () => toClientJson(instance, client))
}

/** `/v1/clients` */
export const createClientRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/', list).post('/verify', verify).get('/:client_id', get)
