import { fromBase64Url, toBase64Url } from '../base64url.ts'
import { ClienteleError } from '../errors.ts'
import { invalid, parseJson } from '../schema/parse.ts'
import { requirePublicKey, toCredentialJson } from './public-key.ts'

/** The part of the browser's credential store that is used; `navigator.credentials` fits. */
export interface WebAuthn {
  /** As `navigator.credentials.get`; `null` when the user gives up. */
  get(options: CredentialRequestOptions): Promise<Credential | null>
}

/** How a passkey is asked for. */
export interface PasskeyParams {
  /** `discoverable` (the default) asks at once; `autofill` offers passkeys in a field and waits. */
  readonly flow?: 'discoverable' | 'autofill' | undefined
  /** Ends the asking; the sign-in stays as it is. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The options in a verification's nonce, with the bytes that WebAuthn wants where the wire has
 * text.
 */
const toOptions = (nonce: string): PublicKeyCredentialRequestOptions => {
  const json = parseJson(nonce)
  if (
    typeof json !== 'object' ||
    json === null ||
    !('challenge' in json) ||
    typeof json.challenge !== 'string'
  )
    throw invalid('verification.nonce.challenge')
  const {
    allowCredentials = [],
    rpId,
    timeout,
    userVerification,
    // as: its challenge was seen, and WebAuthn checks the rest
  } = json as PublicKeyCredentialRequestOptionsJSON
  return {
    challenge: fromBase64Url(json.challenge),
    allowCredentials: allowCredentials.map(
      ({ id, ...credential }) =>
        // as: the names are WebAuthn's own
        ({ ...credential, id: fromBase64Url(id) }) as PublicKeyCredentialDescriptor,
    ),
    ...(rpId !== undefined && { rpId }),
    ...(timeout !== undefined && { timeout }),
    ...(userVerification !== undefined && {
      userVerification: userVerification as UserVerificationRequirement,
    }), // as: likewise
  }
}

/** The chosen credential as the JSON text that the API takes. */
const toJson = (credential: PublicKeyCredential): string => {
  // as: what `get` answers with
  const response = credential.response as AuthenticatorAssertionResponse
  return toCredentialJson(credential, {
    authenticatorData: toBase64Url(response.authenticatorData),
    signature: toBase64Url(response.signature),
    userHandle: response.userHandle && toBase64Url(response.userHandle),
  })
}

/** @throws ClienteleError `passkey_not_supported` without WebAuthn. */
export const requireWebAuthn = (
  port: WebAuthn | undefined = globalThis.navigator?.credentials,
): WebAuthn => {
  if (port) return port
  throw new ClienteleError('passkey_not_supported', 'This runtime has no WebAuthn: give a port')
}

/**
 * Has a passkey chosen for the challenge in a verification's nonce.
 *
 * @returns the proof, as the API takes it.
 * @throws ClienteleError `passkey_retrieval_failed` when none was chosen.
 */
export const choosePasskey = async (
  port: WebAuthn,
  nonce: string | null | undefined,
  { flow, signal }: PasskeyParams = {},
): Promise<string> => {
  if (!nonce) throw invalid('verification.nonce')
  const credential = await requirePublicKey(
    port.get({
      publicKey: toOptions(nonce),
      ...(flow === 'autofill' && { mediation: 'conditional' as const }),
      ...(signal && { signal }),
    }),
    'passkey_retrieval_failed',
    'No passkey was chosen',
  )
  return toJson(credential)
}
