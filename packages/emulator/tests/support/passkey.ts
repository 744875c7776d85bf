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

/** CBOR (RFC 8949) of what an authenticator says; numbers below 24, all else shorter than 64 kB. */
const cbor = (value: unknown): Uint8Array => {
  const head = (kind: number, count: number) =>
    count < 24
      ? Uint8Array.of(kind * 32 + count)
      : Uint8Array.of(kind * 32 + 25, count >> 8, count & 255)
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string')
    return concatBytes(head(3, utf8ToBytes(value).length), utf8ToBytes(value))
  if (value instanceof Uint8Array) return concatBytes(head(2, value.length), value)
  if (!(value instanceof Map)) throw new TypeError('Not written here')
  const pairs = [...value].flatMap(([key, item]) => [cbor(key), cbor(item)])
  return concatBytes(head(5, value.size), ...pairs)
}

/** What its authenticator answers when it makes the passkey, unless told to lie. */
export const makePasskey = (
  nonce: string,
  lie: { origin?: string; rpId?: string; flags?: number; id?: string; alg?: number } = {},
): string => {
  // as: the emulator wrote it
  const { challenge, rp } = JSON.parse(nonce) as { challenge: string; rp: { id: string } }
  const clientData = JSON.stringify({
    type: 'webauthn.create',
    challenge,
    origin: lie.origin ?? 'https://app.emulator.test',
  })
  const point = p256.getPublicKey(secretKey, false)
  const key = new Map<number, unknown>([
    [1, 2],
    [3, lie.alg ?? -7],
    [-1, 1],
    [-2, point.slice(1, 33)],
    [-3, point.slice(33)],
  ])
  const id = base64url.decode(passkey.credentialId)
  const authData = concatBytes(
    sha256(utf8ToBytes(lie.rpId ?? rp.id)),
    Uint8Array.of(lie.flags ?? 0x45, 0, 0, 0, 0),
    new Uint8Array(16),
    Uint8Array.of(0, id.length),
    id,
    cbor(key),
  )
  const attestation = new Map<string, unknown>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ])
  const response = {
    clientDataJSON: base64url.encode(clientData),
    attestationObject: base64url.encode(cbor(attestation)),
  }
  return JSON.stringify({ id: lie.id ?? passkey.credentialId, type: 'public-key', response })
}
