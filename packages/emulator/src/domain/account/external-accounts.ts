import {
  lastIdentification,
  paramDisabled,
  paramMissing,
  paramValueInvalid,
  resourceMissing,
  resourceNotFound,
} from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { IdentificationVerificationRecord } from '../../model/records/identification.ts'
import type { ProviderAccountRecord } from '../../model/records/provider-account.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { SignedInContext } from '../context.ts'
import { beginRedirect, hasProvider, isExternal } from '../factors/external.ts'
import type { Params } from '../params.ts'
import { beginVerification } from './identifications.ts'

/** An account at a provider as its user has it: proven, begun, or both when asked for anew. */
export interface ExternalAccount {
  readonly id: string
  readonly account: ProviderAccountRecord | null
  readonly pending: IdentificationVerificationRecord | null
}

const isSocial = (strategy: string): boolean =>
  strategy.startsWith('oauth_') && isExternal(strategy)

/** The external accounts of a user, those that are begun last. */
export const externalAccountsOf = ({ database }: Instance, user: UserRecord): ExternalAccount[] => {
  const isTheirs = ({ userId }: { readonly userId: string | null }) => userId === user.id
  const pending = database.identificationVerifications.where(
    each =>
      isTheirs(each) &&
      isSocial(each.verification.strategy) &&
      each.verification.status !== 'verified',
  )
  const accounts = database.providerAccounts
    .where(each => isTheirs(each) && isSocial(each.strategy))
    .map(account => ({
      id: account.id,
      account,
      pending: pending.find(({ id }) => id === account.id) ?? null,
    }))
  const known = new Set(accounts.map(({ id }) => id))
  const begun = pending.filter(({ id }) => !known.has(id))
  return [...accounts, ...begun.map(each => ({ id: each.id, account: null, pending: each }))]
}

/** An external account of the caller. @throws ApiError 404 for any other. */
export const findExternalAccount = (
  { instance, user }: SignedInContext,
  id: string,
): ExternalAccount => {
  const found = externalAccountsOf(instance, user).find(candidate => candidate.id === id)
  if (!found) throw resourceNotFound('External account', id)
  return found
}

const readStrategy = (instance: Instance, params: Params): string => {
  // Connections of companies are not emulated: whatever id is named, there is none of it.
  if (params.has('enterprise_connection_id')) throw resourceMissing('enterprise_connection_id')
  const strategy = params.required('strategy')
  if (/^oauth_token_[a-z0-9_]+$/.test(strategy)) throw paramDisabled('strategy')
  if (!isSocial(strategy)) throw paramValueInvalid('strategy')
  if (!hasProvider(instance.settings, strategy)) throw paramDisabled('strategy')
  return strategy
}

const begin = (context: SignedInContext, id: string, strategy: string, params: Params): void => {
  if (!params.has('redirect_url')) throw paramMissing('redirect_url')
  beginVerification(context, { id }, beginRedirect(context, id, strategy, params))
}

/** Begins to link an account: it is linked when the provider has said whose it is. */
export const createExternalAccount = (context: SignedInContext, params: Params): string => {
  const strategy = readStrategy(context.instance, params)
  const id = context.instance.ids.next('eac')
  begin(context, id, strategy, params)
  return id
}

/** Begins to ask the provider of an account once more. */
export const reauthorize = (
  context: SignedInContext,
  { id, account, pending }: ExternalAccount,
  params: Params,
): void => {
  const strategy = account?.strategy ?? pending?.verification.strategy ?? ''
  begin(context, id, strategy, params)
}

const isLast = (instance: Instance, user: UserRecord): boolean =>
  externalAccountsOf(instance, user).filter(({ account }) => account).length === 1 &&
  [...user.emailAddresses, ...user.phoneNumbers, ...user.web3Wallets].length === 0 &&
  user.username === null

/** Lets go of an account: it is nobody's, and signs nobody in. */
export const deleteExternalAccount = (
  { instance, user }: SignedInContext,
  { id, account }: ExternalAccount,
): void => {
  if (account && isLast(instance, user)) throw lastIdentification()
  if (account) account.userId = null
  instance.database.identificationVerifications.delete(id)
}
