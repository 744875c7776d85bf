import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { WebAuthnCreate } from '@clientele/core/account'
import type { WebAuthn } from '@clientele/core/passkeys'

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest()
const toBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** CBOR (RFC 8949) of byte strings that are shorter than 64 kB. */
const cborBytes = (bytes: Uint8Array) =>
  Buffer.concat([Buffer.of(0x59, bytes.length >> 8, bytes.length & 255), bytes])
const cborText = (text: string) => Buffer.concat([Buffer.of(0x60 + text.length), Buffer.from(text)])

/** A device that makes one passkey (WebAuthn, ES256) and signs in by it. */
export const createAuthenticator = (): WebAuthnCreate & WebAuthn => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const dataFor = (rpId: string, flags: number) =>
    Buffer.concat([sha256(rpId), Buffer.of(flags, 0, 0, 0, 0)])
  const clientDataFor = (type: string, rpId: string, challenge: BufferSource) =>
    Buffer.from(
      JSON.stringify({
        type,
        // as: the store hands over bytes
        challenge: Buffer.from(challenge as Uint8Array).toString('base64url'),
        origin: `https://${rpId}`,
      }),
    )
  const toCredential = (response: Record<string, unknown>) =>
    // as: a stand-in of the parts that are read
    ({
      id: id.toString('base64url'),
      rawId: toBuffer(id),
      type: 'public-key',
      authenticatorAttachment: 'platform',
      response,
    }) as unknown as PublicKeyCredential

  return {
    create: async ({ publicKey: options }) => {
      if (!options) return null
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const [pointX, pointY] = [x, y].map(text => cborBytes(Buffer.from(text, 'base64url')))
      const key = [
        Buffer.of(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21),
        pointX ?? Buffer.of(),
        Buffer.of(0x22),
        pointY ?? Buffer.of(),
      ]
      const made = [Buffer.alloc(16), Buffer.of(0, id.length), id, ...key]
      const rpId = options.rp.id ?? ''
      const authData = Buffer.concat([dataFor(rpId, 0x45), ...made])
      const attestation = Buffer.concat([
        Buffer.of(0xa3),
        ...[cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.of(0xa0)],
        ...[cborText('authData'), cborBytes(authData)],
      ])
      return toCredential({
        clientDataJSON: toBuffer(clientDataFor('webauthn.create', rpId, options.challenge)),
        attestationObject: toBuffer(attestation),
        getTransports: () => ['internal'],
      })
    },
    get: async ({ publicKey: options }) => {
      if (!options) return null
      const rpId = options.rpId ?? ''
      const clientData = clientDataFor('webauthn.get', rpId, options.challenge)
      const data = dataFor(rpId, 5)
      const signed = Buffer.concat([data, sha256(clientData)])
      return toCredential({
        clientDataJSON: toBuffer(clientData),
        authenticatorData: toBuffer(data),
        signature: toBuffer(sign('sha256', signed, privateKey)),
        userHandle: null,
      })
    },
  }
}
