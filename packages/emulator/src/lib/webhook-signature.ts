import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** What `whsec_` begins: base64 of the key. */
export const webhookSecretPattern = /^whsec_[A-Za-z0-9+/]+=*$/

/** The secret of endpoints that are given none: known to everybody, as all keys of an emulator. */
export const defaultWebhookSecret = `whsec_${btoa('clientele-emulator-webhooks')}`

interface Signed {
  readonly id: string
  /** s since 1970. */
  readonly timestamp: number
  readonly body: string
}

/** The headers by which a receiver knows that a message is genuine (Svix, Standard Webhooks). */
export const signatureHeaders = (
  secret: string,
  { id, timestamp, body }: Signed,
): Record<string, string> => {
  const key = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), char => char.charCodeAt(0))
  const mac = hmac(sha256, key, utf8ToBytes(`${id}.${timestamp}.${body}`))
  return {
    'svix-id': id,
    'svix-timestamp': String(timestamp),
    'svix-signature': `v1,${btoa(String.fromCharCode(...mac))}`,
  }
}
