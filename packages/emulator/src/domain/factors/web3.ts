import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import {
  alreadyVerified,
  signatureIncorrect,
  verificationExpired,
  verificationMissing,
} from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Factor } from './factor.ts'
import { newVerification } from './new-verification.ts'
import { chosen } from './recipients.ts'

/**
 * The wallets that sign as Ethereum does (EIP-191). Solana's, which signs otherwise, is not
 * emulated.
 */
export const web3Strategies = [
  'web3_metamask_signature',
  'web3_base_signature',
  'web3_coinbase_wallet_signature',
  'web3_okx_wallet_signature',
]

export const isWalletAddress = (text: string): boolean => /^0x[0-9a-f]{40}$/i.test(text)

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

/** Asks a wallet to sign a text that nobody can have signed before. */
export const askForSignature = (
  instance: Instance,
  strategy: string,
  identificationId: string | null,
): VerificationRecord => {
  const nonce = instance.ids.secret('web3-nonce')
  const { applicationName } = instance.settings
  const message = `Sign in to ${applicationName} with this wallet. Nonce: ${nonce}`
  const expireAt = instance.clock.now() + instance.settings.codeLifetime
  return newVerification(strategy, { nonce, message, expireAt, identificationId })
}

/** @throws ApiError unless the wallet of `address` signed what it was asked to. */
export const verifySignature = (
  verification: VerificationRecord | null,
  strategy: string,
  address: string,
  signature: string,
): VerificationRecord => {
  if (verification?.strategy !== strategy || verification.message === null)
    throw verificationMissing()
  if (verification.status === 'verified') throw alreadyVerified()
  if (verification.status === 'expired') throw verificationExpired()
  if (signerOf(verification.message, signature) !== address.toLowerCase())
    throw signatureIncorrect()
  verification.status = 'verified'
  return verification
}

const web3Factor = (strategy: string): Factor => ({
  strategy,
  factorsOf: user =>
    user.web3Wallets
      .filter(wallet => wallet.verified && wallet.strategy === strategy)
      .map(wallet => ({ strategy, web3_wallet_id: wallet.id, safe_identifier: wallet.web3Wallet })),
  prepare: ({ context, subject }, params) =>
    askForSignature(
      context.instance,
      strategy,
      chosen(
        subject.web3Wallets.filter(({ verified }) => verified),
        params,
        'web3_wallet_id',
      ).id,
    ),
  attempt: ({ subject, verification }, params) => {
    const wallet = subject.web3Wallets.find(({ id }) => id === verification?.identificationId)
    return verifySignature(
      verification,
      strategy,
      wallet?.web3Wallet ?? '',
      params.required('signature'),
    )
  },
})

/** A wallet that signs a text. */
export const web3Factors: readonly Factor[] = web3Strategies.map(web3Factor)
