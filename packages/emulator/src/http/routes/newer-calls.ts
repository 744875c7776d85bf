import { type Context, Hono } from 'hono'
import { featureNotEnabled, resourceNotFound } from '../../lib/api-errors.ts'
import { answerWrapped } from '../envelope.ts'
import { memberContextFor } from '../member-context.ts'
import type { Env } from '../request-context.ts'
import { signedInContextOf } from '../signed-in-context.ts'

// Calls that newer clients make and the description does not know. Nobody has any of what they are
// about: lists are empty, an id is unknown, and nothing can be added.
type Enter = (c: Context<Env>) => unknown

const emptyList = (enter: Enter) => (c: Context<Env>) => {
  enter(c)
  return answerWrapped(c, () => [])
}

const notEnabled =
  (enter: Enter) =>
  (c: Context<Env>): never => {
    enter(c)
    throw featureNotEnabled()
  }

const unknown =
  (enter: Enter, what: string) =>
  (c: Context<Env>): never => {
    enter(c)
    throw resourceNotFound(what, c.req.param('id'))
  }

const member: Enter = c => memberContextFor(c, 'org:sys_memberships:manage')
const bypass = '/organizations/:organization_id/sso_bypass_allowlist_users'

/** Calls of newer clients under `/v1`. */
export const createNewerRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/me/trusted_devices', emptyList(signedInContextOf))
    .get('/me/biometric_credentials', emptyList(signedInContextOf))
    .post('/me/biometric_credentials/prepare', notEnabled(signedInContextOf))
    .post('/me/biometric_credentials/attempt', notEnabled(signedInContextOf))
    .delete('/me/biometric_credentials/:id', unknown(signedInContextOf, 'Biometric credential'))
    .post('/me/oauth/device', unknown(signedInContextOf, 'Device authorization'))
    .post('/me/oauth/device/lookup', unknown(signedInContextOf, 'Device authorization'))
    .get(bypass, emptyList(member))
    .post(bypass, notEnabled(member))
    .post(`${bypass}/bulk`, notEnabled(member))
    .delete(`${bypass}/:id`, unknown(member, 'User'))
