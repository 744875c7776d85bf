import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import { z } from 'zod'
import { passkeyIncorrect } from '../../lib/api-errors.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Context } from '../context.ts'
import { newVerification } from './new-verification.ts'

// The relying party is the page that asks, as in production, where page and Frontend API share a
// domain.
const originOf = ({ origin, base }: Context): string => origin ?? new URL(base).origin

/** The name of the page that asks: the `id` of the relying party. */
export const relyingPartyOf = (context: Context): string => new URL(originOf(context)).hostname

/** Reads what a browser answers with. @throws ApiError for anything else. */
export const parseCredential = <Value>(schema: z.ZodType<Value>, text: string): Value => {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw passkeyIncorrect()
  }
}

/** Asks an authenticator for something, with these options of WebAuthn. */
export const newChallenge = ({ instance }: Context, options: object): VerificationRecord => {
  const { clock, ids, settings } = instance
  const challenge = base64url.encode(ids.secret('passkey-challenge'))
  const nonce = JSON.stringify({ challenge, timeout: settings.codeLifetime, ...options })
  const expireAt = clock.now() + settings.codeLifetime
  return newVerification('passkey', { nonce, code: challenge, expireAt })
}

const ClientData = z.object({ type: z.string(), challenge: z.string(), origin: z.string() })

/** Whether a browser said this for that challenge, on a page of the caller's origin. */
export const isForChallenge = (
  context: Context,
  clientData: Uint8Array,
  type: 'webauthn.get' | 'webauthn.create',
  challenge: string | null,
): boolean => {
  const said = ClientData.parse(JSON.parse(new TextDecoder().decode(clientData)))
  return said.type === type && said.challenge === challenge && said.origin === originOf(context)
}

/** Whether an authenticator made this for the caller's page, with somebody there. */
export const isForPage = (context: Context, authenticatorData: Uint8Array): boolean => {
  const isHere =
    bytesToHex(authenticatorData.slice(0, 32)) ===
    bytesToHex(sha256(utf8ToBytes(relyingPartyOf(context))))
  return isHere && ((authenticatorData[32] ?? 0) & 1) === 1
}
