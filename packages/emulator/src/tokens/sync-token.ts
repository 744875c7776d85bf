import { acceptsToken } from '../domain/clients.ts'
import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import { readClientToken, signClientToken } from './client-token.ts'

const lifetime = 60_000

interface Synced {
  /** `null` when nobody is known on the primary domain. */
  readonly client: ClientRecord | null
  readonly redirectUrl: string
}

/** A token by which a browser takes its client from one domain to another. */
export const signSyncToken = async (
  instance: Instance,
  { client, redirectUrl }: Synced,
): Promise<string> => {
  const exp = Math.floor((instance.clock.now() + lifetime) / 1000)
  const credential = client ? await signClientToken(instance, client) : null
  return instance.signer.sign({ credential, redirect_url: redirectUrl, exp })
}

const clientOf = (instance: Instance, credential: unknown): ClientRecord | null => {
  const token = typeof credential === 'string' ? readClientToken(instance, credential) : null
  const client = instance.database.clients.get(token?.id ?? '')
  return token && client && acceptsToken(instance, client, token.rotatingToken) ? client : null
}

/**
 * What such a token says; `null` for one that is too old or is none. As with cookies, what counts
 * is the database.
 */
export const readSyncToken = (instance: Instance, jwt: string): Synced | null => {
  const { credential, redirect_url: redirectUrl, exp = 0 } = instance.signer.read(jwt) ?? {}
  if (typeof redirectUrl !== 'string' || exp * 1000 <= instance.clock.now()) return null
  return { client: clientOf(instance, credential), redirectUrl }
}
