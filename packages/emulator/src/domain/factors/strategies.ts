import { paramDisabled, paramValueInvalid } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { Settings } from '../../model/settings.ts'
import type { Params } from '../params.ts'
import { backupCode } from './backup-code.ts'
import { emailCode, phoneCode, resetByEmail, resetByPhone } from './codes.ts'
import { emailLink } from './email-link.ts'
import { ethereumWallets } from './ethereum.ts'
import { externalStrategy, hasProvider, isExternal } from './external.ts'
import { passkey } from './passkey.ts'
import { password } from './password.ts'
import { solana } from './solana.ts'
import type { AttributeName, IdentifierName, IdentifierProof, Strategy } from './strategy.ts'
import { ticket } from './ticket.ts'
import { totp } from './totp.ts'

/**
 * All strategies, in the order in which sign-ins offer them. Settings, environment, factors,
 * sign-up, account pages and reverification follow from this list.
 */
export const strategies: readonly Strategy[] = [
  password,
  totp,
  emailCode,
  emailLink,
  phoneCode,
  passkey,
  ...ethereumWallets,
  solana,
  resetByEmail,
  resetByPhone,
  ticket,
  backupCode,
]

/** What `disabledStrategies` may name. */
export const strategyNames: readonly string[] = [
  ...strategies.map(({ name }) => name),
  'enterprise_sso',
]

// Strategies that the Frontend API has and the emulator has not.
const elsewhere = /^(oauth_token_[a-z0-9_]+|google_one_tap|trusted_device)$/

/** The strategy of this name, if there is one. */
export const findStrategy = (name: string): Strategy | undefined =>
  isExternal(name) ? externalStrategy(name) : strategies.find(strategy => strategy.name === name)

/**
 * The strategy of this name.
 *
 * @throws ApiError for a name that is no strategy, and for one that is not emulated.
 */
export const strategyNamed = (name: string): Strategy => {
  const strategy = findStrategy(name)
  if (strategy) return strategy
  throw elsewhere.test(name) ? paramDisabled('strategy') : paramValueInvalid('strategy')
}

/** Whether the instance takes a strategy. */
export const isEnabled = ({ settings }: Instance, { name }: Strategy): boolean =>
  !settings.disabledStrategies.includes(name) && (!isExternal(name) || hasProvider(settings, name))

/** @throws ApiError for one that the instance does not take. */
export const assertEnabled = (instance: Instance, strategy: Strategy): void => {
  if (!isEnabled(instance, strategy)) throw paramDisabled('strategy')
}

/** The strategies that pages are told of. */
export const offeredStrategies = (settings: Settings): readonly Strategy[] =>
  strategies.filter(
    strategy =>
      !settings.disabledStrategies.includes(strategy.name) &&
      (strategy.isOffered?.(settings) ?? true),
  )

/** Whether pages are told to prove an identifier by it. */
export const isOfferedProof = (settings: Settings, { proof }: Strategy): boolean =>
  proof !== undefined && (proof.isOffered?.(settings) ?? true)

/** Where the environment lists a strategy. */
export const attributeOf = ({ attribute, proof }: Strategy): AttributeName | undefined =>
  attribute ?? proof?.of

/** The strategies that prove an identifier of this kind, and are enabled. */
export const proofsOf = (instance: Instance, identifier: IdentifierName): readonly Strategy[] =>
  strategies.filter(strategy => strategy.proof?.of === identifier && isEnabled(instance, strategy))

/**
 * The way to prove an identifier that a request names.
 *
 * @throws ApiError when it names none, one that proves something else, or one that is not enabled.
 */
export const readProof = (
  instance: Instance,
  identifier: IdentifierName,
  params: Params,
): IdentifierProof => {
  const strategy = strategyNamed(params.required('strategy'))
  if (isExternal(strategy.name)) throw paramDisabled('strategy')
  if (strategy.proof?.of !== identifier) throw paramValueInvalid('strategy')
  assertEnabled(instance, strategy)
  return strategy.proof
}

/** The strategy of the wallets that write their address like this, the first of several. */
export const walletStrategyOf = (address: string): string | undefined =>
  strategies.find(({ proof }) => proof?.of === 'web3_wallet' && proof.fits?.(address))?.name

/** Whether a text is the address of a wallet. */
export const isWalletAddress = (text: string): boolean => walletStrategyOf(text) !== undefined
