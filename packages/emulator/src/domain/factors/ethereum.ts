import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Strategy } from './strategy.ts'
import { walletStrategy } from './wallet.ts'

/**
 * The address whose key made an EIP-191 signature (65 bytes, `0x…`); `null` for no signature at
 * all.
 */
const signerOf = (message: string, signature: string): string | null => {
  if (!/^0x[0-9a-f]{130}$/i.test(signature)) return null
  try {
    const text = utf8ToBytes(message)
    const digest = keccak_256(
      concatBytes(utf8ToBytes(`\u0019Ethereum Signed Message:\n${text.length}`), text),
    )
    const bytes = hexToBytes(signature.slice(2))
    const last = bytes[64] ?? 0
    const parity = last >= 27 ? last - 27 : last // wallets write it either way
    const recovered = concatBytes(Uint8Array.of(parity), bytes.slice(0, 64))
    const key = secp256k1.recoverPublicKey(recovered, digest, { prehash: false })
    const point = secp256k1.Point.fromBytes(key).toBytes(false).slice(1)
    return `0x${bytesToHex(keccak_256(point).slice(-20))}`
  } catch {
    return null
  }
}

/** The wallets that sign as Ethereum does (EIP-191). */
export const ethereumWallets: readonly Strategy[] = [
  'web3_metamask_signature',
  'web3_base_signature',
  'web3_coinbase_wallet_signature',
  'web3_okx_wallet_signature',
].map(name =>
  walletStrategy(name, {
    isAddress: text => /^0x[0-9a-f]{40}$/i.test(text),
    isSigned: (message, signature, address) =>
      signerOf(message, signature) === address.toLowerCase(),
  }),
)
