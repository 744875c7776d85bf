import { signedInSessionsOf } from '../domain/clients.ts'
import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import { isFresh, mintSessionToken } from './session-token.ts'

/**
 * Mints the last active tokens that are missing or out of date: done before a client is serialised.
 */
export const freshenTokens = async (instance: Instance, client: ClientRecord): Promise<void> => {
  for (const session of signedInSessionsOf(instance, client)) {
    if (!isFresh(instance, session)) session.token = await mintSessionToken(instance, session)
  }
}
