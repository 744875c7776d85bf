import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Strategy } from './strategy.ts'
import { walletStrategy } from './wallet.ts'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** The 32 bytes of a public key in base58; `null` for anything else. */
const keyOf = (address: string): Uint8Array | null => {
  if (!/^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(address)) return null
  const number = [...address].reduce(
    (sum, digit) => sum * 58n + BigInt(alphabet.indexOf(digit)),
    0n,
  )
  const hex = number.toString(16).padStart(64, '0')
  return hex.length > 64
    ? null
    : Uint8Array.from(hex.match(/../g) ?? [], byte => parseInt(byte, 16))
}

const isSigned = (message: string, signature: string, address: string): boolean => {
  const key = keyOf(address)
  try {
    const bytes = Uint8Array.from(atob(signature), letter => letter.charCodeAt(0))
    return key !== null && ed25519.verify(bytes, utf8ToBytes(message), key)
  } catch {
    return false // no signature at all
  }
}

/** A Solana wallet: its address is its key, and it signs by Ed25519 (base64). */
export const solana: Strategy = walletStrategy('web3_solana_signature', {
  isAddress: text => keyOf(text) !== null,
  isSigned,
})
