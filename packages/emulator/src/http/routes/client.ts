import { Hono } from 'hono'
import { checkCaptchaToken } from '../../domain/captcha.ts'
import { deleteClient, sessionsOf } from '../../domain/clients.ts'
import { ensureClient } from '../../domain/context.ts'
import { signOutOf } from '../../domain/sessions.ts'
import { resourceNotFound, signedOut } from '../../lib/api-errors.ts'
import { toClientJson } from '../../serialize/client.ts'
import { answerClient, answerWrapped } from '../envelope.ts'
import { contextOf, type Env, paramsOf, type RequestContext } from '../request-context.ts'
import { safeRedirect } from '../safe-redirect.ts'

const renew = (context: RequestContext): void => {
  if (!context.client || context.mode !== 'cookie') return
  context.renewed = true
  context.client.cookieExpiresAt =
    context.instance.clock.now() + context.instance.settings.cookieLifetime
}

/** `/v1/client`: the client itself. */
export const createClientRoutes = (): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/', c => answerClient(c, contextOf(c).client))
  // Creating is idempotent: a client that exists is answered, not thrown away with its sessions.
  routes.on(['PUT', 'POST'], '/', c => {
    paramsOf(c)
    return answerClient(c, ensureClient(contextOf(c)))
  })
  routes.delete('/', c => {
    paramsOf(c)
    const context = contextOf(c)
    if (!context.client) throw resourceNotFound('Client')
    deleteClient(context.instance, context.client)
    context.client = null
    context.dropped = true
    return answerClient(c, null)
  })
  routes.delete('/sessions', c => {
    paramsOf(c)
    const { instance, client } = contextOf(c)
    if (!client) throw signedOut()
    signOutOf(instance, client, sessionsOf(instance, client), 'removed')
    return answerClient(c, client)
  })
  // A top-level navigation, so that browsers that cap cookies set by fetch accept the full
  // lifetime.
  routes.get('/touch', c => {
    const target = safeRedirect(c.req.queries('redirect_url') ?? [])
    renew(contextOf(c))
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
    const context = contextOf(c)
    if (context.instance.settings.captcha !== 'off') checkCaptchaToken(params)
    const client = ensureClient(context)
    client.captchaSolved = true
    return answerWrapped(c, () => toClientJson(context.instance, client))
  })
  // Devices that are trusted belong to native applications, which enrol them where nothing is yet:
  // no client has one.
  routes.post('/trusted_devices/validate', c => {
    paramsOf(c, 'trusted_device_id').required('trusted_device_id')
    if (!contextOf(c).client) throw signedOut()
    return answerWrapped(c, () => ({ object: 'trusted_device_validation', valid: false }))
  })
  return routes
}
