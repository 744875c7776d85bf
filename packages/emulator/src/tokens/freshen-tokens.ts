import { decodeJwt } from 'jose'
import { signedInSessionsOf } from '../domain/clients.ts'
import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { SessionRecord } from '../model/records/session.ts'
import { isFresh, mintSessionToken } from './session-token.ts'

const inSeconds = (ms: number) => Math.floor(ms / 1000)

/** The time in seconds at which a client changed, which is never to come. */
export const changedAt = ({ clock }: Instance, { updatedAt }: ClientRecord): number =>
  inSeconds(Math.min(updatedAt, clock.now()))

// A server takes nobody for signed in by a token that is older than the last change of the client.
const isOlder = ({ token }: SessionRecord, seconds: number) =>
  token !== null && (decodeJwt(token.jwt).iat ?? 0) < seconds

/**
 * Mints the last active tokens that are missing, out of date, or older than the last change of
 * their client: done before a client is serialised.
 */
export const freshenTokens = async (instance: Instance, client: ClientRecord): Promise<void> => {
  const since = changedAt(instance, client)
  for (const session of signedInSessionsOf(instance, client)) {
    if (!isFresh(instance, session) || isOlder(session, since))
      session.token = await mintSessionToken(instance, session)
  }
}
