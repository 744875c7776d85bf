import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import { z } from 'zod'
import {
  alreadyVerified,
  passkeyIncorrect,
  verificationExpired,
  verificationMissing,
} from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { PasskeyRecord, UserRecord } from '../../model/records/user.ts'
import type { Context } from '../context.ts'
import type { Factor } from './factor.ts'
import type { Strategy } from './strategy.ts'
import {
  isForChallenge,
  isForPage,
  newChallenge,
  parseCredential,
  relyingPartyOf,
} from './webauthn.ts'

// What a browser answers with, of which only this much is looked at.
const Assertion = z.object({
  id: z.string(),
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
  }),
})

/** The passkeys that an authenticator has made, and not those that were only begun. */
export const passkeysOf = ({ passkeys }: UserRecord): PasskeyRecord[] =>
  passkeys.filter(({ verified }) => verified)

/** Passkeys as WebAuthn's options list them. */
export const toDescriptors = (passkeys: readonly PasskeyRecord[]) =>
  passkeys.map(({ credentialId: id }) => ({ type: 'public-key', id }))

/**
 * Whether an ES256 assertion is right: made by this passkey, for this challenge, on a page of this
 * origin.
 */
const isProof = (
  context: Context,
  passkey: PasskeyRecord,
  challenge: string,
  { response }: z.infer<typeof Assertion>,
): boolean => {
  try {
    const clientData = base64url.decode(response.clientDataJSON)
    const data = base64url.decode(response.authenticatorData)
    const signed = concatBytes(data, sha256(clientData))
    return (
      isForChallenge(context, clientData, 'webauthn.get', challenge) &&
      isForPage(context, data) &&
      p256.verify(
        base64url.decode(response.signature),
        signed,
        base64url.decode(passkey.publicKey),
        { format: 'der', lowS: false },
      )
    )
  } catch {
    return false
  }
}

/** The user with the passkey of this credential, and the passkey. */
export const holderOf = (
  { database }: Instance,
  credentialId: string,
): [UserRecord, PasskeyRecord] | undefined => {
  const isIt = (candidate: PasskeyRecord) => candidate.credentialId === credentialId
  const [user] = database.users.where(({ passkeys }) => passkeys.some(isIt))
  const passkey = user?.passkeys.find(isIt)
  return user && passkey && [user, passkey]
}

const factor: Factor = {
  strategy: 'passkey',
  identifies: true,
  factorsOf: user => passkeysOf(user).map(({ id }) => ({ strategy: 'passkey', passkey_id: id })),
  prepare: ({ context, subject }) =>
    newChallenge(context, {
      rpId: relyingPartyOf(context),
      userVerification: 'preferred',
      allowCredentials: toDescriptors(passkeysOf(subject)),
    }),
  attempt: ({ context, owner, verification }, params) => {
    if (verification?.strategy !== 'passkey') throw verificationMissing()
    if (verification.status === 'verified') throw alreadyVerified()
    if (verification.status === 'expired') throw verificationExpired()
    const assertion = parseCredential(Assertion, params.required('public_key_credential'))
    const [user, found] = holderOf(context.instance, assertion.id) ?? []
    if (!user || !found || (owner.userId !== null && owner.userId !== user.id))
      throw passkeyIncorrect()
    if (!isProof(context, found, verification.code ?? '', assertion)) throw passkeyIncorrect()
    owner.userId = user.id
    found.lastUsedAt = context.instance.clock.now()
    return { ...verification, status: 'verified' }
  },
}

/** A passkey (WebAuthn, ES256). It tells who signs in too, when the sign-in does not say so yet. */
export const passkey: Strategy = {
  name: 'passkey',
  object: 'verification_passkey',
  particularsOf: ({ nonce }) => (nonce === null ? {} : { nonce }),
  attribute: 'passkey',
  firstFactor: factor,
  reverifies: true,
  isBothFactors: settings => settings.passkeySatisfiesSecondFactor,
}
