import { Hono } from 'hono'
import { checkCaptchaToken } from '../../domain/captcha.ts'
import { deleteClient, sessionsOf } from '../../domain/clients.ts'
import { signOutOf } from '../../domain/sessions.ts'
import { resourceNotFound, signedOut } from '../../lib/api-errors.ts'
import { markChanged } from '../../model/changes.ts'
import { toClientJson } from '../../serialize/client.ts'
import { type Call, callOf, type Env, ensureClient, paramsOf } from '../call.ts'
import { answerClient, answerWrapped } from '../envelope.ts'
import { safeRedirect } from '../safe-redirect.ts'

const renew = (call: Call): void => {
  if (!call.client || call.mode !== 'cookie') return
  call.renewed = true
  call.client.cookieExpiresAt = call.instance.clock.now() + call.instance.settings.cookieLifetime
  markChanged(call.instance, call.client)
}

/** `/v1/client`: the client itself (section 4.1). */
export const createClientRoutes = (): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/', c => answerClient(c, callOf(c).client))
  // Creating is idempotent: a client that exists is answered, not thrown away with its sessions.
  routes.on(['PUT', 'POST'], '/', c => {
    paramsOf(c)
    return answerClient(c, ensureClient(callOf(c)))
  })
  routes.delete('/', c => {
    paramsOf(c)
    const call = callOf(c)
    if (!call.client) throw resourceNotFound('Client')
    deleteClient(call.instance, call.client)
    call.client = null
    call.dropped = true
    return answerClient(c, null)
  })
  routes.delete('/sessions', c => {
    paramsOf(c)
    const { instance, client } = callOf(c)
    if (!client) throw signedOut()
    signOutOf(instance, client, sessionsOf(instance, client), 'removed')
    return answerClient(c, client)
  })
  // A top-level navigation, so that browsers that cap cookies set by fetch accept the full lifetime
  // (section 1.7).
  routes.get('/touch', c => {
    const target = safeRedirect(c.req.queries('redirect_url') ?? [])
    renew(callOf(c))
    return c.redirect(target.href, 307)
  })
  routes.post('/verify', c => {
    const params = paramsOf(
      c,
      'captcha_token',
      'captcha_widget_type',
      'captcha_action',
      'captcha_error',
    )
    const call = callOf(c)
    if (call.instance.settings.captcha !== 'off') checkCaptchaToken(params)
    const client = ensureClient(call)
    client.captchaSolved = true
    return answerWrapped(c, () => toClientJson(call.instance, client))
  })
  // Devices that are trusted belong to native applications, which enrol them where nothing is yet:
  // no client has one.
  routes.post('/trusted_devices/validate', c => {
    paramsOf(c, 'trusted_device_id').required('trusted_device_id')
    if (!callOf(c).client) throw signedOut()
    return answerWrapped(c, () => ({ object: 'trusted_device_validation', valid: false }))
  })
  return routes
}
