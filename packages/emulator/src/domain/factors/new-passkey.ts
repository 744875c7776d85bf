import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import { z } from 'zod'
import { passkeyIncorrect } from '../../lib/api-errors.ts'
import { type Cbor, decodeCbor } from '../../lib/cbor.ts'
import type { PasskeyRecord, UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Context } from '../context.ts'
import { passkeysOf, toDescriptors } from './passkey.ts'
import {
  isForChallenge,
  isForPage,
  newChallenge,
  parseCredential,
  relyingPartyOf,
} from './webauthn.ts'

const es256 = -7

/** Asks an authenticator to make a passkey, unless it has one of this user. */
export const askForPasskey = (
  context: Context,
  user: UserRecord,
  name: string,
): VerificationRecord =>
  newChallenge(context, {
    rp: { id: relyingPartyOf(context), name: context.instance.settings.applicationName },
    user: { id: base64url.encode(user.id), name, displayName: name },
    pubKeyCredParams: [{ type: 'public-key', alg: es256 }],
    excludeCredentials: toDescriptors(passkeysOf(user)),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    attestation: 'none',
  })

// Which maker attests the authenticator does not matter here.
const Attestation = z.object({
  id: z.string().min(1),
  response: z.object({ clientDataJSON: z.string(), attestationObject: z.string() }),
})

const fieldOf = (map: Cbor | undefined, key: Cbor): Cbor | undefined =>
  map instanceof Map ? map.get(key) : undefined

/** The point of an ES256 key as COSE (RFC 9053) has it. @throws for any other key. */
const pointOf = (key: Cbor): Uint8Array => {
  const [x, y] = [fieldOf(key, -2), fieldOf(key, -3)]
  const isEs256 = fieldOf(key, 1) === 2 && fieldOf(key, 3) === es256 && fieldOf(key, -1) === 1
  if (!isEs256 || !(x instanceof Uint8Array) || !(y instanceof Uint8Array))
    throw new RangeError('No ES256 key')
  return p256.Point.fromBytes(concatBytes(Uint8Array.of(4), x, y)).toBytes(false)
}

// Behind what every authenticator data has (WebAuthn, 6.1): the id and the key that were made.
const readMade = (data: Uint8Array) => {
  if (((data[32] ?? 0) & 0x40) === 0) throw new RangeError('No credential was made')
  const end = 55 + (data[53] ?? 0) * 256 + (data[54] ?? 0)
  return { id: base64url.encode(data.slice(55, end)), key: pointOf(decodeCbor(data.slice(end))) }
}

/**
 * Reads the passkey that an authenticator made.
 *
 * @throws ApiError unless it was made for this challenge, on a page of the caller's origin.
 */
export const readNewPasskey = (
  context: Context,
  { code }: VerificationRecord,
  text: string,
): Pick<PasskeyRecord, 'credentialId' | 'publicKey'> => {
  const { id, response } = parseCredential(Attestation, text)
  try {
    const data = fieldOf(decodeCbor(base64url.decode(response.attestationObject)), 'authData')
    const clientData = base64url.decode(response.clientDataJSON)
    if (!(data instanceof Uint8Array) || !isForPage(context, data)) throw passkeyIncorrect()
    if (!isForChallenge(context, clientData, 'webauthn.create', code)) throw passkeyIncorrect()
    const made = readMade(data)
    if (made.id !== id) throw passkeyIncorrect()
    return { credentialId: id, publicKey: base64url.encode(made.key) }
  } catch {
    throw passkeyIncorrect()
  }
}
