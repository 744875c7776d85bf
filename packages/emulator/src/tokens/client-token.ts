import type { ClientRecord } from '../database.ts'
import type { Instance } from '../instance.ts'

/** The credential of a client: a token that names it and its present rotating token. */
export const signClientToken = ({ signer }: Instance, { id, rotatingToken }: ClientRecord): Promise<string> =>
  signer.sign({ id, rotating_token: rotatingToken })
