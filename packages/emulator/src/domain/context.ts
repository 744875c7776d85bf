import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { SessionRecord } from '../model/records/session.ts'
import type { UserRecord } from '../model/records/user.ts'
import type { Mode } from '../model/records/verification.ts'
import { createClient, signedInSessionsOf } from './clients.ts'

/** The instance that is asked and the client that asks, however that reached it. */
export interface Context {
  readonly instance: Instance
  readonly mode: Mode
  /** `null` while the sender has no client. */
  client: ClientRecord | null
  /** Of the page that asks; `null` where none does. */
  readonly origin: string | null
  /** What the device that asks is called: `Chrome on macOS`; `null` when it does not say. */
  readonly device: string | null
  /** Where the Frontend API is reached: origin and path prefix, what stands before `/v1`. */
  readonly base: string
}

/** The same, where a user is signed in. */
export interface SignedInContext extends Context {
  readonly client: ClientRecord
  readonly session: SessionRecord
  readonly user: UserRecord
}

/** The client that asks, made now if there is none: clients begin with their first attempt. */
export const ensureClient = (context: Context): ClientRecord => {
  context.client ??= createClient(context.instance)
  if (context.origin !== null) context.client.origin = context.origin
  return context.client
}

/** The signed-in sessions of the client that asks. */
export const signedInOf = ({ client, instance }: Context) =>
  client ? signedInSessionsOf(instance, client) : []
