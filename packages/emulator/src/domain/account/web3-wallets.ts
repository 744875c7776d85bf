import {
  alreadyVerified,
  identifierExists,
  paramNil,
  resourceNotFound,
  verificationMissing,
} from '../../lib/api-errors.ts'
import { newRecord } from '../../model/new-record.ts'
import type { Web3WalletRecord } from '../../model/records/user.ts'
import type { SignedInContext } from '../context.ts'
import { readProof } from '../factors/strategies.ts'
import type { Params } from '../params.ts'
import { readWallet } from '../sign-up/read-fields.ts'
import { findUserBy } from '../users.ts'
import { assertNotLast, beginVerification, claimOf, proveClaim } from './identifications.ts'

/** A wallet of the caller. @throws ApiError 404 for any other. */
export const findWallet = ({ user }: SignedInContext, id: string): Web3WalletRecord => {
  const wallet = user.web3Wallets.find(candidate => candidate.id === id)
  if (!wallet) throw resourceNotFound('Web3 wallet', id)
  return wallet
}

const isSame = ({ web3Wallet }: Web3WalletRecord, address: string): boolean =>
  web3Wallet.toLowerCase() === address.toLowerCase()

/** Adds a wallet, which is to be verified yet. */
export const createWallet = (
  { instance, user }: SignedInContext,
  params: Params,
): Web3WalletRecord => {
  params.required('web3_wallet')
  const address = readWallet(params)
  if (address === null) throw paramNil('web3_wallet')
  const isOwn = user.web3Wallets.some(wallet => isSame(wallet, address))
  if (isOwn || findUserBy(instance, address)) throw identifierExists('web3_wallet')
  const wallet: Web3WalletRecord = {
    ...newRecord(instance, 'idn'),
    web3Wallet: address,
    strategy: '',
    verified: false,
  }
  user.web3Wallets.push(wallet)
  return wallet
}

/** Asks a wallet to sign a text. */
export const prepareWallet = (
  context: SignedInContext,
  wallet: Web3WalletRecord,
  params: Params,
): void => {
  const proof = readProof(context.instance, 'web3_wallet', params)
  if (wallet.verified) throw alreadyVerified()
  const claim = claimOf(context.instance, wallet, wallet.web3Wallet)
  beginVerification(context, wallet, proof.begin(context, claim, params))
}

/** Takes what a wallet signed. @throws ApiError unless it is that wallet's. */
export const attemptWallet = (
  { instance }: SignedInContext,
  wallet: Web3WalletRecord,
  params: Params,
): void => {
  params.required('signature')
  if (wallet.verified) throw alreadyVerified()
  const claim = claimOf(instance, wallet, wallet.web3Wallet)
  const { strategy } = claim.verification ?? {}
  if (strategy === undefined) throw verificationMissing()
  // Somebody else may have verified the same meanwhile.
  if (findUserBy(instance, wallet.web3Wallet)) throw identifierExists('web3_wallet')
  proveClaim(instance, claim, params)
  Object.assign(wallet, { strategy, verified: true })
  instance.database.identificationVerifications.delete(wallet.id)
}

/** Deletes a wallet. @throws ApiError 400 when a user could not be identified without it. */
export const deleteWallet = (
  { instance, user }: SignedInContext,
  wallet: Web3WalletRecord,
): void => {
  assertNotLast(user, wallet)
  user.web3Wallets = user.web3Wallets.filter(kept => kept !== wallet)
  instance.database.identificationVerifications.delete(wallet.id)
}
