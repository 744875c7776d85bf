import { fromBase64Url, toBase64Url } from '../../base64url.ts'
import { ClienteleError } from '../../errors.ts'
import { invalid, parseJson } from '../../schema/parse.ts'
import { requirePublicKey, toCredentialJson } from '../public-key.ts'
import { ask, type Subject } from './ask.ts'

/** The part of the browser's credential store that is used; `navigator.credentials` fits. */
export interface WebAuthnCreate {
  /** As `navigator.credentials.create`; `null` when the user gives up. */
  create(options: CredentialCreationOptions): Promise<Credential | null>
}

/** The options in a nonce, with the bytes that WebAuthn wants where the wire has text. */
const toOptions = (nonce: string): PublicKeyCredentialCreationOptions => {
  // as: what matters of it is looked at here, and WebAuthn checks the rest
  const json = parseJson(nonce) as PublicKeyCredentialCreationOptionsJSON | null
  if (typeof json?.challenge !== 'string' || typeof json.user?.id !== 'string')
    throw invalid('verification.nonce')
  return {
    ...json,
    challenge: fromBase64Url(json.challenge),
    user: { ...json.user, id: fromBase64Url(json.user.id) },
    excludeCredentials: (json.excludeCredentials ?? []).map(each => ({
      ...each,
      id: fromBase64Url(each.id),
    })),
    // as: the names are WebAuthn's own
  } as object as PublicKeyCredentialCreationOptions
}

/** The new credential as the JSON text that the API takes. */
const toJson = (credential: PublicKeyCredential): string => {
  // as: what `create` answers with
  const response = credential.response as AuthenticatorAttestationResponse
  return toCredentialJson(credential, {
    attestationObject: toBase64Url(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  })
}

interface PasskeyAnswer {
  readonly id?: unknown
  readonly verification?: { readonly nonce?: unknown } | null
}

/** @returns the passkey, as it came. */
export const createPasskey = async (
  subject: Subject,
  port: WebAuthnCreate | undefined,
): Promise<unknown> => {
  if (!port)
    throw new ClienteleError('passkey_not_supported', 'This runtime has no WebAuthn: give a port')
  const path = '/me/passkeys'
  // as: its two fields are looked at next
  const passkey = (await ask(subject, { method: 'POST', path })) as PasskeyAnswer
  const { id, verification } = passkey
  if (typeof id !== 'string' || typeof verification?.nonce !== 'string')
    throw invalid('verification.nonce')
  const publicKey = toOptions(verification.nonce)
  const credential = await requirePublicKey(
    port.create({ publicKey }),
    'passkey_registration_failed',
    'No passkey was made',
  )
  return ask(subject, {
    method: 'POST',
    path: `${path}/${encodeURIComponent(id)}/attempt_verification`,
    body: {
      strategy: 'passkey',
      publicKeyCredential: toJson(credential),
    },
  })
}
