import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import { readClientToken } from '../tokens/client-token.ts'
import { readCookie } from './cookies.ts'
import type { Incoming } from './incoming.ts'

/**
 * The client from which a request says it comes, whether its credential is still accepted or not.
 * Changes nothing.
 */
export const claimedClient = (
  instance: Instance,
  { headers, url }: Incoming,
): ClientRecord | null => {
  const { clients, devBrowsers } = instance.database
  const query = url.searchParams
  const devBrowser = devBrowsers.get(
    query.get('__clerk_db_jwt') ?? query.get('__dev_session') ?? '',
  )
  if (devBrowser) return clients.get(devBrowser.clientId ?? '') ?? null
  const jwt =
    headers.get('authorization')?.replace(/^Bearer\s+/i, '') ||
    readCookie(headers.get('cookie'), '__client')
  return clients.get(readClientToken(instance, jwt ?? '')?.id ?? '') ?? null
}
