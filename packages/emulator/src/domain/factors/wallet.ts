import {
  alreadyVerified,
  paramValueInvalid,
  signatureIncorrect,
  verificationExpired,
  verificationMissing,
} from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Factor } from './factor.ts'
import { newVerification } from './new-verification.ts'
import { chosen } from './recipients.ts'
import type { Strategy } from './strategy.ts'

/** How the wallets of a network write their address, and sign. */
export interface WalletScheme {
  isAddress(text: string): boolean
  /** Whether the wallet of `address` signed the text. */
  isSigned(message: string, signature: string, address: string): boolean
}

// A text that nobody can have signed before.
const askForSignature = (
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

/** A wallet that signs a text. */
export const walletStrategy = (name: string, { isAddress, isSigned }: WalletScheme): Strategy => {
  const verify = (
    verification: VerificationRecord | null,
    address: string,
    signature: string,
  ): VerificationRecord => {
    if (verification?.strategy !== name || verification.message === null)
      throw verificationMissing()
    if (verification.status === 'verified') throw alreadyVerified()
    if (verification.status === 'expired') throw verificationExpired()
    if (!isSigned(verification.message, signature, address)) throw signatureIncorrect()
    verification.status = 'verified'
    return verification
  }

  const factor: Factor = {
    strategy: name,
    factorsOf: user =>
      user.web3Wallets
        .filter(wallet => wallet.verified && wallet.strategy === name)
        .map(wallet => ({
          strategy: name,
          web3_wallet_id: wallet.id,
          safe_identifier: wallet.web3Wallet,
        })),
    prepare: ({ context, subject }, params) => {
      const verified = subject.web3Wallets.filter(wallet => wallet.verified)
      const wallet = chosen(verified, params, 'web3_wallet_id')
      return askForSignature(context.instance, name, wallet.id)
    },
    attempt: ({ subject, verification }, params) => {
      const wallet = subject.web3Wallets.find(({ id }) => id === verification?.identificationId)
      return verify(verification, wallet?.web3Wallet ?? '', params.required('signature'))
    },
  }

  return {
    name,
    object: 'verification_web3',
    particularsOf: ({ nonce, message }) => ({ nonce, message }),
    isOffered: settings => settings.web3Wallet !== 'off',
    firstFactor: factor,
    proof: {
      of: 'web3_wallet',
      fits: isAddress,
      begin: ({ instance }, { to, identificationId }) => {
        if (!isAddress(to)) throw paramValueInvalid('strategy')
        return askForSignature(instance, name, identificationId)
      },
      prove: (_, { to, verification }, params) => {
        verify(verification, to, params.required('signature'))
      },
    },
  }
}
