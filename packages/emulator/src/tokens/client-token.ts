import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'

/** The credential of a client: a token that names it and its present rotating token. */
export const signClientToken = (
  { signer }: Instance,
  { id, rotatingToken }: ClientRecord,
): Promise<string> => signer.sign({ id, rotating_token: rotatingToken })

/** What such a token says; `null` for any other text. What counts of it is in the database. */
export const readClientToken = (
  { signer }: Instance,
  jwt: string,
): { readonly id: string; readonly rotatingToken: string } | null => {
  const { id, rotating_token: rotatingToken } = signer.read(jwt) ?? {}
  return typeof id === 'string' && typeof rotatingToken === 'string' ? { id, rotatingToken } : null
}
