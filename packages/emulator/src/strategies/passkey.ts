import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import { z } from 'zod'
import type { Call } from '../http/call.ts'
import type { PasskeyRecord, UserRecord } from '../records/user.ts'
import type { VerificationRecord } from '../records/verification.ts'
import {
  alreadyVerified,
  passkeyIncorrect,
  verificationExpired,
  verificationMissing,
} from '../refusals.ts'
import type { Factor } from './factor.ts'
import { newVerification } from './new-verification.ts'

// What a browser answers with, of which only this much is looked at.
const Assertion = z.object({
  id: z.string(),
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
  }),
})
const ClientData = z.object({
  type: z.literal('webauthn.get'),
  challenge: z.string(),
  origin: z.string(),
})

const parse = <Value>(schema: z.ZodType<Value>, text: string): Value => {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw passkeyIncorrect()
  }
}

// The relying party is the page that asks, as in production, where page and Frontend API share a
// domain.
const originOf = ({ incoming }: Call): string =>
  incoming.headers.get('origin') ?? incoming.url.origin
const relyingPartyOf = (call: Call): string => new URL(originOf(call)).hostname

const ask = (call: Call, passkeys: readonly PasskeyRecord[]): VerificationRecord => {
  const { clock, ids, settings } = call.instance
  const challenge = base64url.encode(ids.secret('passkey-challenge'))
  const nonce = {
    challenge,
    rpId: relyingPartyOf(call),
    timeout: settings.codeLifetime,
    userVerification: 'preferred',
    allowCredentials: passkeys.map(({ credentialId: id }) => ({ type: 'public-key', id })),
  }
  const expireAt = clock.now() + settings.codeLifetime
  return newVerification('passkey', { nonce: JSON.stringify(nonce), code: challenge, expireAt })
}

/**
 * Whether an ES256 assertion is right: made by this passkey, for this challenge, on a page of this
 * origin.
 */
const isProof = (
  call: Call,
  passkey: PasskeyRecord,
  challenge: string,
  { response }: z.infer<typeof Assertion>,
): boolean => {
  try {
    const [clientData, data, signature] = [
      response.clientDataJSON,
      response.authenticatorData,
      response.signature,
    ].map(text => base64url.decode(text))
    if (!clientData || !data || !signature) return false
    const said = ClientData.parse(JSON.parse(new TextDecoder().decode(clientData)))
    if (said.challenge !== challenge || said.origin !== originOf(call)) return false
    const isHere =
      bytesToHex(data.slice(0, 32)) === bytesToHex(sha256(utf8ToBytes(relyingPartyOf(call))))
    const isPresent = ((data[32] ?? 0) & 1) === 1
    const signed = concatBytes(data, sha256(clientData))
    const key = base64url.decode(passkey.publicKey)
    return (
      isHere && isPresent && p256.verify(signature, signed, key, { format: 'der', lowS: false })
    )
  } catch {
    return false
  }
}

const holderOf = (call: Call, credentialId: string): [UserRecord, PasskeyRecord] | undefined => {
  const isIt = (candidate: PasskeyRecord) => candidate.credentialId === credentialId
  const [user] = call.instance.database.users.where(({ passkeys }) => passkeys.some(isIt))
  const passkey = user?.passkeys.find(isIt)
  return user && passkey && [user, passkey]
}

/** A passkey (WebAuthn, ES256). It tells who signs in too, when the sign-in does not say so yet. */
export const passkeyFactor: Factor = {
  strategy: 'passkey',
  factorsOf: user => user.passkeys.map(({ id }) => ({ strategy: 'passkey', passkey_id: id })),
  prepare: ({ call, subject }) => ask(call, subject.passkeys),
  attempt: ({ call, proving, verification }, params) => {
    if (verification?.strategy !== 'passkey') throw verificationMissing()
    if (verification.status === 'verified') throw alreadyVerified()
    if (verification.status === 'expired') throw verificationExpired()
    const assertion = parse(Assertion, params.required('public_key_credential'))
    const [user, passkey] = holderOf(call, assertion.id) ?? []
    if (!user || !passkey || (proving.userId !== null && proving.userId !== user.id))
      throw passkeyIncorrect()
    if (!isProof(call, passkey, verification.code ?? '', assertion)) throw passkeyIncorrect()
    proving.userId = user.id
    passkey.lastUsedAt = call.instance.clock.now()
    return { ...verification, status: 'verified' }
  },
}
