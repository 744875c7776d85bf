import { acceptsToken } from '../domain/clients.ts'
import { refuse } from '../lib/api-error.ts'
import { devBrowserUnauthenticated } from '../lib/api-errors.ts'
import { usesDevBrowser } from '../lib/publishable-key.ts'
import type { Instance } from '../model/instance.ts'
import { readClientToken } from '../tokens/client-token.ts'
import { readCookie } from './cookies.ts'
import type { Incoming } from './incoming.ts'
import type { RequestContext } from './request-context.ts'

/** Who sent a request, and whether its token is the client's present one. */
interface Sender extends Pick<RequestContext, 'mode' | 'devBrowserId' | 'client'> {
  readonly isCurrent: boolean
}

const unknownClient = { client: null, isCurrent: false }

// A token that was superseded, or names a client that is gone, is that of an unknown client: no
// client, and no error.
const clientOf = (
  instance: Instance,
  jwt: string,
  nonce: string | null,
): Pick<Sender, 'client' | 'isCurrent'> => {
  const token = readClientToken(instance, jwt)
  const client = token && instance.database.clients.get(token.id)
  if (!token || !client) return unknownClient
  const isCurrent = token.rotatingToken === client.rotatingToken
  if (acceptsToken(instance, client, token.rotatingToken)) return { client, isCurrent }
  if (nonce === null || client.rotatingTokenNonce !== nonce) return unknownClient
  client.rotatingTokenNonce = null
  return { client, isCurrent }
}

const fromCookie = (instance: Instance, { headers }: Incoming) => {
  const jwt = readCookie(headers.get('cookie'), '__client')
  return jwt ? clientOf(instance, jwt, null) : unknownClient
}

const fromHeader = (instance: Instance, incoming: Incoming): Sender => {
  const header = incoming.headers.get('authorization')
  if (!instance.settings.nativeApi)
    throw refuse(400, 'native_api_disabled', 'The native API is disabled.')
  if (header === null) {
    throw refuse(
      400,
      'request_header_missing',
      'The Authorization header is missing; send an empty one without a token.',
    )
  }
  if (header !== '' && incoming.headers.has('origin')) {
    throw refuse(
      400,
      'origin_authorization_headers_conflict',
      'Send either Origin or Authorization, not both.',
    )
  }
  const jwt = header.replace(/^Bearer(\s+|$)/i, '').trim()
  const nonce = incoming.url.searchParams.get('rotating_token_nonce')
  return { mode: 'native', devBrowserId: null, ...clientOf(instance, jwt, nonce) }
}

const fromDevBrowser = (instance: Instance, { url }: Incoming): Sender | null => {
  const id = url.searchParams.get('__clerk_db_jwt') ?? url.searchParams.get('__dev_session')
  const devBrowser = instance.database.devBrowsers.get(id ?? '')
  if (!devBrowser) return null
  const client = instance.database.clients.get(devBrowser.clientId ?? '') ?? null
  return { mode: 'dev-browser', devBrowserId: devBrowser.id, client, isCurrent: client !== null }
}

/**
 * Who sent a request: by header in native mode, by dev browser on a development host, else by
 * cookie.
 *
 * @throws ApiError when the way of asking is not allowed; a credential that is merely out of date
 * is no error.
 */
export const identifySender = (instance: Instance, incoming: Incoming): Sender => {
  const query = incoming.url.searchParams
  if (/^(1|true)$/.test(query.get('_is_native') ?? '')) return fromHeader(instance, incoming)
  const devBrowser = fromDevBrowser(instance, incoming)
  if (devBrowser) return devBrowser
  if (usesDevBrowser(instance.host)) throw devBrowserUnauthenticated()
  return { mode: 'cookie', devBrowserId: null, ...fromCookie(instance, incoming) }
}

/**
 * Who opened a page of the Frontend API: nobody known, when a development browser came without its
 * id or with one of an earlier run.
 */
export const identifyVisitor: typeof identifySender = (instance, incoming) => {
  const isStrict = usesDevBrowser(instance.host)
  const devBrowser = fromDevBrowser(instance, incoming)
  if (!devBrowser && isStrict) return { mode: 'dev-browser', devBrowserId: null, ...unknownClient }
  // The page may have signed in by cookie since a server was given this development browser.
  if (devBrowser && !devBrowser.client && !isStrict)
    return { ...devBrowser, ...fromCookie(instance, incoming) }
  return devBrowser ?? identifySender(instance, incoming)
}
