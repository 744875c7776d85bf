import { continueAttempt, createAttempt, prepareAttempt } from '../actions/attempt.ts'
import { fromBase64Url, toBase64Url } from '../base64url.ts'
import { ClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { invalid, parseJson } from '../schema/parse.ts'
import { requirePublicKey, toCredentialJson } from './public-key.ts'

export { isPasskeySupported } from './is-passkey-supported.ts'

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

/** What the module adds. */
export interface PasskeyApi {
  /**
   * Signs in with a passkey: as the first factor of the sign-in in progress, or with a new one.
   * Read the outcome from `client.signIn`.
   *
   * @throws ClienteleError `passkey_not_supported` without WebAuthn, `passkey_retrieval_failed`
   * when none was chosen.
   */
  authenticate(params?: PasskeyParams): Promise<void>
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

const authenticate = async (
  kernel: Kernel,
  port: WebAuthn | undefined,
  { flow, signal }: PasskeyParams,
): Promise<void> => {
  if (!port)
    throw new ClienteleError('passkey_not_supported', 'This runtime has no WebAuthn: give a port')
  const data = () => kernel.store.getState().attempts.signIn.data
  // A sign-in that already has a passkey among its factors goes on; otherwise the passkey says who
  // it is.
  const offered =
    data()?.status === 'needs_first_factor' && data()?.supportedFirstFactors?.some(isPasskey)
  const params = { strategy: 'passkey' }
  if (offered) await prepareAttempt(kernel, 'signIn', { action: 'prepareFirstFactor', params })
  else await createAttempt(kernel, 'signIn', params)
  const { id, firstFactorVerification } = data() ?? {}
  if (!firstFactorVerification?.nonce) throw invalid('verification.nonce')
  const credential = await requirePublicKey(
    port.get({
      publicKey: toOptions(firstFactorVerification.nonce),
      ...(flow === 'autofill' && { mediation: 'conditional' as const }),
      ...(signal && { signal }),
    }),
    'passkey_retrieval_failed',
    'No passkey was chosen',
  )
  await continueAttempt(kernel, 'signIn', {
    action: 'attemptFirstFactor',
    id,
    params: { ...params, publicKeyCredential: toJson(credential) },
  })
}

const isPasskey = ({ strategy }: { readonly strategy: string }): boolean => strategy === 'passkey'

/**
 * Passkeys, over the browser's WebAuthn or a port.
 *
 * @example
 * await clientele.use(passkeys()).authenticate()
 */
export const passkeys =
  (port: WebAuthn | undefined = globalThis.navigator?.credentials) =>
  (kernel: Kernel): PasskeyApi => ({
    authenticate: (params = {}) => authenticate(kernel, port, params),
  })
