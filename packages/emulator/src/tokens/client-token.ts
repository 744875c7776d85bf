import type { Instance } from '../instance.ts'
import type { ClientRecord } from '../records/client.ts'

/** The credential of a client: a token that names it and its present rotating token. */
export const signClientToken = (
  { signer }: Instance,
  { id, rotatingToken }: ClientRecord,
): Promise<string> => signer.sign({ id, rotating_token: rotatingToken })
