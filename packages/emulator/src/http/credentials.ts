import type { Context, MiddlewareHandler } from 'hono'
import { rotateToken, signedInSessionsOf } from '../domain/clients.ts'
import { expireDue } from '../domain/expire-due.ts'
import { deviceNameOf } from '../lib/device-name.ts'
import { signClientToken } from '../tokens/client-token.ts'
import { needsCrossSite, setCookie } from './cookies.ts'
import { identifySender, identifyVisitor } from './identify-sender.ts'
import type { Env, RequestContext } from './request-context.ts'

const sendCookies = async (c: Context<Env>, context: RequestContext): Promise<void> => {
  const { client, instance, incoming } = context
  const secure = incoming.url.protocol === 'https:'
  const crossSite = needsCrossSite(incoming)
  const send = (name: string, value: string, seconds: number) => {
    const line = setCookie(name, value, {
      maxAge: seconds,
      secure,
      crossSite,
      httpOnly: name === '__client',
    })
    c.env.setCookies.push(line)
    c.header('Set-Cookie', line, { append: true })
  }
  const maxAge = Math.floor(instance.settings.cookieLifetime / 1000)
  if (context.dropped) {
    send('__client', '', 0)
    send('__client_uat', '0', maxAge)
  } else if (client && (context.renewed || client.updatedAt !== context.before.updatedAt)) {
    const isNew = context.renewed || client.rotatingToken !== context.before.rotatingToken
    if (isNew) send('__client', await signClientToken(instance, client), maxAge)
    const isSignedIn = signedInSessionsOf(instance, client).length > 0
    send('__client_uat', isSignedIn ? String(Math.floor(client.updatedAt / 1000)) : '0', maxAge)
  }
}

const sendCredential = async (c: Context<Env>, context: RequestContext): Promise<void> => {
  const { client, devBrowserId, instance, mode } = context
  if (mode === 'cookie') return sendCookies(c, context)
  if (mode === 'native') {
    if (client) c.header('Authorization', await signClientToken(instance, client))
    return
  }
  const devBrowser = instance.database.devBrowsers.get(devBrowserId ?? '')
  if (!devBrowser) return
  if (client) devBrowser.clientId = client.id
  c.header('Clerk-Db-Jwt', devBrowser.id)
}

const withCredentials =
  (identify: typeof identifySender): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { instance, incoming } = c.env
    const { isCurrent, ...sender } = identify(instance, incoming)
    const { client, mode } = sender
    const before = {
      rotatingToken: client?.rotatingToken ?? null,
      updatedAt: client?.updatedAt ?? null,
    }
    if (client) expireDue(instance, client)
    if (client && mode === 'native' && isCurrent && instance.settings.rotation === 'every-call')
      rotateToken(instance, client)
    const origin = incoming.headers.get('origin')
    const context: RequestContext = {
      instance,
      incoming,
      ...sender,
      origin,
      device: deviceNameOf(incoming.headers.get('user-agent') ?? ''),
      base: incoming.base,
      before,
      dropped: false,
      renewed: false,
    }
    if (client && origin) client.origin = origin
    c.set('context', context)
    await next()
    instance.stamp() // pages and redirects have not looked
    await sendCredential(c, context)
  }

/**
 * Finds the client that sent a request, and sends its credential back with whatever answer the
 * request gets, errors included.
 */
export const credentials = withCredentials(identifySender)

/**
 * The same for pages that a link or a provider leads to: a browser that cannot say who it is may
 * come too.
 */
export const visitorCredentials = withCredentials(identifyVisitor)
