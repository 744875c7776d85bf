import { verificationOf } from '../domain/account/identifications.ts'
import type { Instance } from '../model/instance.ts'
import type { Web3WalletRecord } from '../model/records/user.ts'
import { verified } from './identifications.ts'
import { toVerificationJson } from './verification.ts'

/** A wallet; one that is to be verified yet has what it is to sign. */
export const toWeb3WalletJson = (instance: Instance, wallet: Web3WalletRecord) => ({
  id: wallet.id,
  object: 'web3_wallet',
  web3_wallet: wallet.web3Wallet,
  verification: wallet.verified
    ? { ...verified('verification_web3', wallet.strategy, wallet.createdAt), nonce: null }
    : toVerificationJson(verificationOf(instance, wallet)),
  created_at: wallet.createdAt,
  updated_at: wallet.updatedAt,
})
