import { ed25519 } from '@noble/curves/ed25519.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

const secretKey = new Uint8Array(32).fill(7)

/** The address of a wallet. */
export const walletAddress = `0x${bytesToHex(keccak_256(secp256k1.getPublicKey(secretKey, false).slice(1)).slice(-20))}`

/** What that wallet answers to `personal_sign` (EIP-191). */
export const signAsWallet = (message: string): string => {
  const text = utf8ToBytes(message)
  const digest = keccak_256(
    concatBytes(utf8ToBytes(`\u0019Ethereum Signed Message:\n${text.length}`), text),
  )
  const signed = secp256k1.sign(digest, secretKey, { prehash: false, format: 'recovered' })
  return `0x${bytesToHex(concatBytes(signed.slice(1), Uint8Array.of((signed[0] ?? 0) + 27)))}`
}

/** The same of Solana: its address is its public key in base58, and it signs by Ed25519. */
export const solanaWallet = {
  strategy: 'web3_solana_signature',
  address: 'GmaDrppBC7P5ARKV8g3djiwP89vz1jLK23V2GBjuAEGB',
  sign: (message: string): string =>
    btoa(String.fromCharCode(...ed25519.sign(utf8ToBytes(message), secretKey))),
}

/** One of each kind, and how its signature is written. */
export const walletKinds = [
  { strategy: 'web3_metamask_signature', address: walletAddress, sign: signAsWallet },
  solanaWallet,
] as const
