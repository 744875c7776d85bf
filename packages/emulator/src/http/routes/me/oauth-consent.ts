import { Hono } from 'hono'
import { resourceNotFound } from '../../../lib/api-errors.ts'
import { toConsentJson } from '../../../serialize/oauth-consent.ts'
import type { Env } from '../../request-context.ts'
import { signedInContextOf } from '../../signed-in-context.ts'

/**
 * `/v1/me/oauth/consent`: what an application of the setting `oauthApplications` asks for. Consent
 * itself answers 501: applications are given no tokens here.
 */
export const createOAuthConsentRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/:client_id', c => {
    const { oauthApplications } = signedInContextOf(c).instance.settings
    const clientId = c.req.param('client_id')
    const application = Object.hasOwn(oauthApplications, clientId)
      ? oauthApplications[clientId]
      : undefined
    if (!application) throw resourceNotFound('OAuth application', clientId)
    const scope = c.req.query('scope')
    return c.json(
      toConsentJson(application, {
        clientId,
        scopes: scope ? scope.split(' ') : null,
        redirectUri: c.req.query('redirect_uri') ?? null,
      }),
    )
  })
