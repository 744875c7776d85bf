import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'

const secretKey = new Uint8Array(32).fill(7)

/** A passkey as a user has it. */
export const passkey = {
  credentialId: base64url.encode('credential-1'),
  publicKey: base64url.encode(p256.getPublicKey(secretKey, false)),
}

/** What its authenticator answers to a challenge, unless told to lie. */
export const assertPasskey = (
  nonce: string,
  lie: { origin?: string; rpId?: string; flags?: number; id?: string } = {},
): string => {
  // as: the emulator wrote it
  const { challenge, rpId } = JSON.parse(nonce) as { challenge: string; rpId: string }
  const clientData = utf8ToBytes(
    JSON.stringify({
      type: 'webauthn.get',
      challenge,
      origin: lie.origin ?? 'https://app.emulator.test',
    }),
  )
  const flags = Uint8Array.of(lie.flags ?? 5, 0, 0, 0, 0)
  const data = concatBytes(sha256(utf8ToBytes(lie.rpId ?? rpId)), flags)
  const signature = p256.sign(concatBytes(data, sha256(clientData)), secretKey, {
    format: 'der',
    lowS: false,
  })
  const response = {
    clientDataJSON: base64url.encode(clientData),
    authenticatorData: base64url.encode(data),
    signature: base64url.encode(signature),
  }
  return JSON.stringify({ id: lie.id ?? passkey.credentialId, type: 'public-key', response })
}
