import { type Context, Hono } from 'hono'
import { signedInSessionsOf } from '../../domain/clients.ts'
import { withQuery } from '../../domain/factors/return-url.ts'
import { activateOrganization, readOrganization } from '../../domain/organizations.ts'
import {
  domainInvalid,
  domainUnknown,
  originInvalid,
  syncTokenInvalid,
} from '../../lib/api-errors.ts'
import { domainPattern, isDevelopmentKey } from '../../lib/publishable-key.ts'
import { readSyncToken, signSyncToken } from '../../tokens/sync-token.ts'
import { isAllowedOrigin } from '../allowed-origin.ts'
import { setCookie } from '../cookies.ts'
import { signHandshake } from '../handshake.ts'
import type { Incoming } from '../incoming.ts'
import { contextOf, type Env, type RequestContext } from '../request-context.ts'
import { safeRedirect } from '../safe-redirect.ts'

const redirectOf = (c: Context<Env>): URL => safeRedirect(c.req.queries('redirect_url') ?? [])

// An organization that cannot be active leaves the one that is.
const tryOrganization = (
  { instance, client }: RequestContext,
  idOrSlug: string | undefined,
): void => {
  const signedIn = client ? signedInSessionsOf(instance, client) : []
  const session = signedIn.find(({ id }) => id === client?.lastActiveSessionId)
  if (!session || idOrSlug === undefined) return
  try {
    activateOrganization(instance, session, readOrganization(instance, session, idOrSlug || null))
  } catch {
    // what the description asks for
  }
}

/**
 * Who may be sent a cookie that reaches the server of an application: nobody else, or all of the
 * domain that both are in. `null` where no cookie gets there.
 */
const cookieDomainTo = (to: URL, { url }: Incoming): string | null => {
  if (to.hostname === url.hostname) return ''
  const domain = url.hostname.replace(/^[^.]+\./, '')
  const isName = /\.[a-z]/i.test(domain)
  const isShared = to.hostname === domain || to.hostname.endsWith(`.${domain}`)
  return isName && isShared ? domain : null
}

/**
 * The server of an application sends a browser here when it cannot tell who is signed in. That of a
 * development instance reads the answer in the address, any other in a cookie, which is taken off
 * once it was read; in the address, too, where no cookie of this host gets.
 */
const handshake = async (c: Context<Env>) => {
  const to = redirectOf(c)
  const context = contextOf(c)
  // The answer is as good as a session: not every page may have it led to itself.
  if (!isAllowedOrigin(context.instance, context.incoming.url, to.origin))
    throw originInvalid(to.origin)
  tryOrganization(context, c.req.query('organization_id'))
  const token = await signHandshake(context, to)
  const domain = isDevelopmentKey(context.instance.publishableKey)
    ? null
    : cookieDomainTo(to, context.incoming)
  if (domain === null) return c.redirect(withQuery(to.href, { __clerk_handshake: token }), 307)
  const cookie = setCookie('__clerk_handshake', token, {
    maxAge: 60,
    domain,
    httpOnly: false,
    secure: to.protocol === 'https:',
  })
  c.env.setCookies.push(cookie)
  c.header('Set-Cookie', cookie, { append: true })
  return c.redirect(to.href, 307)
}

// Whoever is led there has the client: it has to be a host that the instance knows.
const linkDomainOf = (c: Context<Env>): string | null => {
  const domain = c.req.query('link_domain')?.toLowerCase()
  if (domain === undefined) return null
  if (!domainPattern.test(domain)) throw domainInvalid()
  const { instance, incoming } = c.env
  const known = [instance.host, incoming.url.host, ...instance.settings.satelliteDomains]
  if (!known.some(each => each.toLowerCase() === domain)) throw domainUnknown(domain)
  return domain
}

/**
 * A satellite domain wants to know who is signed in on the primary one: the browser is led there,
 * and back with a client.
 */
const sync = async (c: Context<Env>) => {
  const to = redirectOf(c)
  const linkDomain = linkDomainOf(c)
  const { instance, client, incoming } = contextOf(c)
  const { host, protocol } = incoming.url
  if (linkDomain !== null) {
    const token = await signSyncToken(instance, { client, redirectUrl: to.href })
    return c.redirect(
      withQuery(`${protocol}//${linkDomain}/v1/client/link`, { __clerk_token: token }),
      307,
    )
  }
  if (host === instance.host) return c.redirect(withQuery(to.href, { __clerk_synced: 'true' }), 307)
  const primary = `${instance.issuer}/v1/client/sync`
  return c.redirect(withQuery(primary, { link_domain: host, redirect_url: to.href }), 307)
}

const link = (c: Context<Env>) => {
  const context = contextOf(c)
  const synced = readSyncToken(context.instance, c.req.query('__clerk_token') ?? '')
  if (!synced) throw syncTokenInvalid()
  // whose credential goes back with the answer
  if (context.mode === 'cookie') context.client = synced.client
  return c.redirect(
    withQuery(safeRedirect([synced.redirectUrl]).href, { __clerk_synced: 'true' }),
    307,
  )
}

/** Pages by which servers and other domains learn who is signed in. */
export const createDomainRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/handshake', handshake).get('/sync', sync).get('/link', link)
