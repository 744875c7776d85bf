import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url } from 'jose'
import type { Claims } from './claims.ts'
import { publicKeySet } from './keys.ts'

const size = 256 // bytes of the key's modulus, and so of each signature
const exponentBits = 16 // its public exponent is 65537
// What stands before a SHA-256 digest that is signed (RFC 8017, section 9.2).
const digestInfo = '3031300d060960864801650304020105000420'

const toInteger = (bytes: Uint8Array): bigint => BigInt(`0x${bytesToHex(bytes)}`)

const expectedFor = (signed: string): bigint => {
  const end = `00${digestInfo}${bytesToHex(sha256(utf8ToBytes(signed)))}`
  return BigInt(`0x1${'ff'.repeat(size - 2 - end.length / 2)}${end}`)
}

/**
 * Whether the emulator's key made an RS256 signature (RSASSA-PKCS1-v1_5). With the small exponent
 * of a public key this is seventeen multiplications: it need not wait for the web's cryptography,
 * and a request is known at once.
 */
const isSigned = (signed: string, signature: Uint8Array): boolean => {
  const modulus = toInteger(base64url.decode(publicKeySet().keys[0]?.n ?? ''))
  if (signature.length !== size) return false
  const given = toInteger(signature)
  if (given >= modulus) return false
  let power = given
  for (let bit = 0; bit < exponentBits; bit++) power = (power * power) % modulus
  return (power * given) % modulus === expectedFor(signed)
}

const parse = (part: string): Claims => JSON.parse(new TextDecoder().decode(base64url.decode(part)))

const verify = (jwt: string): Claims | null => {
  try {
    const [header = '', payload = '', signature = '', ...more] = jwt.split('.')
    if (more.length > 0 || parse(header).alg !== 'RS256') return null
    const isOurs = isSigned(`${header}.${payload}`, base64url.decode(signature))
    return isOurs ? parse(payload) : null
  } catch {
    return null
  }
}

const most = 1000

/**
 * Reads the claims of tokens that the emulator signed; `null` for anything else. What was verified
 * is remembered: a client sends the same token with each request.
 */
export const createTokenReader = (): ((jwt: string) => Readonly<Claims> | null) => {
  const known = new Map<string, Claims>()
  return jwt => {
    const before = known.get(jwt)
    if (before) return before
    const claims = verify(jwt)
    if (!claims) return null
    const [oldest] = known.keys()
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(jwt, Object.freeze(claims))
    return claims
  }
}
