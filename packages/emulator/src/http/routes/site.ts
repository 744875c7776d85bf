import { type Context, Hono } from 'hono'
import { paramMissing } from '../../lib/api-errors.ts'
import type { Env } from '../request-context.ts'
import { safeRedirect } from '../safe-redirect.ts'

const accountPortal = {
  object: 'account_portal',
  allowed: false,
  enabled: false,
  internal_linking: false,
  after_sign_in_url: '',
  after_sign_up_url: '',
  after_join_waitlist_url: '',
  after_create_organization_url: '',
  after_leave_organization_url: '',
  logo_link_url: '',
  customization: {
    appearance: null,
    background_color_dark: null,
    background_color_light: null,
    primary_color_dark: null,
    primary_color_light: null,
  },
}

const proxyHealth = (c: Context<Env>) => {
  if (!c.req.query('domain_id')) throw paramMissing('domain_id', 400)
  const forwardedFor = c.env.incoming.headers.get('x-forwarded-for')
  if (forwardedFor) return c.json({ status: 'healthy', x_forwarded_for: forwardedFor })
  return c.json({ status: 'unhealthy', message: 'X-Forwarded-For is missing.' })
}

/** What `/v1` has for a site as a whole, whoever asks. */
export const createSiteRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/account_portal', c => c.json(accountPortal))
    .get('/proxy-health', proxyHealth)
    .get('/clear-site-data', c => {
      c.header('Clear-Site-Data', '"*"')
      return c.body(null)
    })
    .get('/redirect', c => c.redirect(safeRedirect(c.req.queries('redirect_url') ?? []).href, 307))
    // The SDK of a development instance switches on what a component needs; here it is a setting.
    .patch('/dev_tools/enable_environment_setting', c => c.json({}))
