import { continueAttempt, createAttempt, prepareAttempt } from '../actions/attempt.ts'
import type { Kernel } from '../kernel.ts'
import {
  choosePasskey,
  type PasskeyParams,
  requireWebAuthn,
  type WebAuthn,
} from './choose-passkey.ts'

export type { PasskeyParams, WebAuthn } from './choose-passkey.ts'
export { isPasskeySupported } from './is-passkey-supported.ts'

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

const authenticate = async (
  kernel: Kernel,
  given: WebAuthn | undefined,
  options: PasskeyParams,
): Promise<void> => {
  const port = requireWebAuthn(given)
  const data = () => kernel.store.getState().attempts.signIn.data
  // A sign-in that already has a passkey among its factors goes on; otherwise the passkey says who
  // it is.
  const offered =
    data()?.status === 'needs_first_factor' && data()?.supportedFirstFactors?.some(isPasskey)
  const params = { strategy: 'passkey' }
  if (offered) await prepareAttempt(kernel, 'signIn', { action: 'prepareFirstFactor', params })
  else await createAttempt(kernel, 'signIn', params)
  const { id, firstFactorVerification } = data() ?? {}
  const publicKeyCredential = await choosePasskey(port, firstFactorVerification?.nonce, options)
  await continueAttempt(kernel, 'signIn', {
    action: 'attemptFirstFactor',
    id,
    params: { ...params, publicKeyCredential },
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
