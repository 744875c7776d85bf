import { toBase64Url } from '../base64url.ts'
import { ClienteleError } from '../errors.ts'

/**
 * The credential that WebAuthn gives, whether it was made or chosen.
 *
 * @throws ClienteleError of this code when there is none.
 */
export const requirePublicKey = async (
  asking: Promise<Credential | null>,
  code: string,
  message: string,
): Promise<PublicKeyCredential> => {
  let cause: unknown
  const credential = await asking.catch((thrown: unknown) => {
    cause = thrown
    return null
  })
  if (credential?.type !== 'public-key') throw new ClienteleError(code, message, { cause })
  return credential as PublicKeyCredential // as: its type says so
}

/** A credential as the JSON text that the API takes. @param response in text, each part of it. */
export const toCredentialJson = (
  { id, rawId, type, authenticatorAttachment, response: { clientDataJSON } }: PublicKeyCredential,
  response: object,
): string =>
  JSON.stringify({
    id,
    rawId: toBase64Url(rawId),
    type,
    authenticatorAttachment,
    response: { clientDataJSON: toBase64Url(clientDataJSON), ...response },
  })
