import { type Context, Hono } from 'hono'
import {
  attemptReverification,
  prepareReverification,
  startReverification,
} from '../../domain/reverification.ts'
import type { ReverificationRecord } from '../../model/records/reverification.ts'
import { toReverificationJson } from '../../serialize/reverification.ts'
import { answerWrapped } from '../envelope.ts'
import { contextOf, type Env, paramsOf } from '../request-context.ts'

const prepareFields = [
  'strategy',
  'email_address_id',
  'phone_number_id',
  'default',
  'redirect_url',
  'enterprise_connection_id',
  'proof_token',
]

const attemptFields = ['strategy', 'code', 'password', 'public_key_credential']

const answer = (c: Context<Env>, reverification: ReverificationRecord) =>
  answerWrapped(c, () => toReverificationJson(contextOf(c).instance, reverification))

/** `/v1/client/sessions/{id}/verify`: whoever is signed in is asked once more. */
export const createReverificationRoutes = (): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.post('/:id/verify', c =>
    answer(c, startReverification(contextOf(c), c.req.param('id'), paramsOf(c, 'level'))),
  )
  for (const [name, step] of [
    ['first_factor', 'firstFactor'],
    ['second_factor', 'secondFactor'],
  ] as const) {
    routes.post(`/:id/verify/prepare_${name}`, c => {
      const id = c.req.param('id')
      return answer(c, prepareReverification(contextOf(c), id, step, paramsOf(c, ...prepareFields)))
    })
    routes.post(`/:id/verify/attempt_${name}`, c => {
      const id = c.req.param('id')
      return answer(c, attemptReverification(contextOf(c), id, step, paramsOf(c, ...attemptFields)))
    })
  }
  return routes
}
