import { Hono } from 'hono'
import { refuse } from '../errors.ts'
import { type Call, callOf, type Env, ensureClient, paramsOf } from '../http/call.ts'
import { answerClient, answerWrapped } from '../http/envelope.ts'
import { resourceNotFound, signedOut } from '../refusals.ts'
import { toClientJson } from '../serialize/client.ts'
import { checkCaptchaToken } from '../state/captcha.ts'
import { markChanged } from '../state/changes.ts'
import { deleteClient, sessionsOf } from '../state/clients.ts'
import { signOutOf } from '../state/sessions.ts'

// A comma in the URL makes the vendor's SDK send the parameter in pieces (section 1.3): they are put together again.
const safeRedirect = (pieces: readonly string[]): string => {
  const target = pieces.join(',')
  const url = URL.canParse(target) ? new URL(target) : null
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href
  throw refuse(400, 'malformed_request_parameters', 'redirect_url must be an absolute http or https URL.')
}

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
  // A top-level navigation, so that browsers that cap cookies set by fetch accept the full lifetime (section 1.7).
  routes.get('/touch', c => {
    const target = safeRedirect(c.req.queries('redirect_url') ?? [])
    renew(callOf(c))
    return c.redirect(target, 307)
  })
  routes.post('/verify', c => {
    const params = paramsOf(c, 'captcha_token', 'captcha_widget_type', 'captcha_action', 'captcha_error')
    const call = callOf(c)
    if (call.instance.settings.captcha !== 'off') checkCaptchaToken(params)
    const client = ensureClient(call)
    client.captchaSolved = true
    return answerWrapped(c, () => toClientJson(call.instance, client))
  })
  return routes
}
