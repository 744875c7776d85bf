import { ApiError, type ApiFault } from '../lib/api-error.ts'
import {
  accessDenied,
  authorizationInvalid,
  externalAccountExists,
  externalAccountNotFound,
  providerFailed,
} from '../lib/api-errors.ts'
import type { ProviderAccountRecord } from '../model/records/provider-account.ts'
import type { SignInRecord } from '../model/records/sign-in.ts'
import type { SignUpRecord } from '../model/records/sign-up.ts'
import type { VerificationRecord } from '../model/records/verification.ts'
import { isFreeFor, linkAccount } from './account/link-account.ts'
import { rotateToken } from './clients.ts'
import type { Context } from './context.ts'
import { isExternal } from './factors/external.ts'
import { withQuery } from './factors/return-url.ts'
import { assertMaySignIn } from './lockout.ts'
import { ownerOf } from './provider-accounts.ts'
import { assertNotSignedInOn } from './sessions.ts'
import { completeFirstFactor } from './sign-in/advance.ts'
import { completeIfReady } from './sign-up/complete.ts'
import { copyFromProvider } from './sign-up/provider-account.ts'

/** A user who links an account at a provider. */
interface Linking {
  readonly clientId: string
  readonly userId: string
  /** That of the external account. */
  readonly id: string
  status: 'begun' | 'complete'
}

/** The attempt that went to a provider. */
export type PendingRedirect = { readonly verification: VerificationRecord } & (
  | { readonly kind: 'signIn'; readonly attempt: SignInRecord }
  | { readonly kind: 'signUp'; readonly attempt: SignUpRecord }
  | { readonly kind: 'link'; readonly attempt: Linking }
)

/**
 * The attempt that a `state` belongs to.
 *
 * @throws ApiError 403 for one that was never given out, or is out of date.
 */
export const findPendingRedirect = (
  { instance }: Pick<Context, 'instance'>,
  state: string,
): PendingRedirect => {
  const [id = '', secret] = state.split('.')
  const signIn = instance.database.signIns.get(id)
  const signUp = instance.database.signUps.get(id)
  const link = instance.database.identificationVerifications.get(id)
  const verification =
    signIn?.firstFactorVerification ?? signUp?.externalVerification ?? link?.verification
  if (!verification?.redirect?.externalUrl || !isExternal(verification.strategy))
    throw authorizationInvalid()
  if (verification.code !== secret) throw authorizationInvalid()
  if (signIn) return { kind: 'signIn', attempt: signIn, verification }
  if (signUp) return { kind: 'signUp', attempt: signUp, verification }
  const status = verification.status === 'verified' ? 'complete' : 'begun'
  if (link) return { kind: 'link', attempt: { ...link, status }, verification }
  throw authorizationInvalid()
}

const settle = (
  verification: VerificationRecord,
  status: VerificationRecord['status'],
  error: ApiFault | null,
) => {
  verification.status = status
  verification.error = error
}

const signIn = (
  context: Context,
  attempt: SignInRecord,
  verification: VerificationRecord,
  account: ProviderAccountRecord,
) => {
  const owner = ownerOf(context.instance, account)
  attempt.providerAccountId = account.id
  if (!owner) return settle(verification, 'transferable', externalAccountNotFound())
  assertMaySignIn(context.instance, owner)
  assertNotSignedInOn(context.instance, attempt.clientId, owner.id)
  attempt.userId = owner.id
  attempt.identifier ??= account.emailAddress
  settle(verification, 'verified', null)
  completeFirstFactor(context, attempt, verification)
}

const signUp = (
  context: Context,
  attempt: SignUpRecord,
  verification: VerificationRecord,
  account: ProviderAccountRecord,
) => {
  const owner = ownerOf(context.instance, account)
  attempt.providerAccountId = account.id
  if (owner) {
    assertNotSignedInOn(context.instance, attempt.clientId, owner.id)
    return settle(verification, 'transferable', externalAccountExists())
  }
  settle(verification, 'verified', null)
  copyFromProvider(context.instance, attempt, account)
  completeIfReady(context, attempt)
}

const link = (
  { instance }: Context,
  attempt: Linking,
  verification: VerificationRecord,
  account: ProviderAccountRecord,
) => {
  const user = instance.database.users.get(attempt.userId)
  if (!user) return settle(verification, 'failed', externalAccountNotFound())
  if (!isFreeFor(instance, user, attempt.id, account))
    return settle(verification, 'failed', externalAccountExists())
  settle(verification, 'verified', null)
  linkAccount(instance, user, attempt.id, account, verification)
  attempt.status = 'complete'
}

const receive = (
  context: Context,
  pending: PendingRedirect,
  account: ProviderAccountRecord,
): void => {
  try {
    if (pending.kind === 'signIn') signIn(context, pending.attempt, pending.verification, account)
    else if (pending.kind === 'signUp')
      signUp(context, pending.attempt, pending.verification, account)
    else link(context, pending.attempt, pending.verification, account)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    settle(pending.verification, 'failed', error.faults[0])
  }
}

const isForeign = ({ client }: Context, { attempt, verification }: PendingRedirect): boolean =>
  verification.redirect?.mode === 'cookie' && client?.id !== attempt.clientId

// A browser that has no credential of the client changed it: the app gets the new one for a nonce.
const rotateForNative = (
  context: Context,
  { attempt, verification }: PendingRedirect,
): string | null => {
  const client = context.instance.database.clients.get(attempt.clientId)
  if (!client || verification.redirect?.mode !== 'native') return null
  rotateToken(context.instance, client)
  client.rotatingTokenNonce = context.instance.ids.secret('rotating-token-nonce')
  return client.rotatingTokenNonce
}

/** What a provider answers: an account by a code that is good once, or why there is none. */
export interface ProviderAnswer {
  readonly state: string
  readonly code: string | null
  readonly error: string | null
}

/**
 * Takes what a provider answers.
 *
 * @returns where the browser goes.
 * @throws ApiError 403 for an answer that belongs to no attempt of this browser.
 */
export const receiveProviderAnswer = (context: Context, answer: ProviderAnswer): string => {
  const { instance } = context
  const pending = findPendingRedirect(context, answer.state)
  const { attempt, verification } = pending
  if (isForeign(context, pending) || !verification.redirect) throw authorizationInvalid()
  const { redirectUrl, completeUrl } = verification.redirect
  const target = () => (attempt.status === 'complete' && completeUrl ? completeUrl : redirectUrl)
  // The same answer again, by the back button: it was taken already.
  if (verification.status !== 'unverified' || attempt.status === 'abandoned') return target()
  const account = instance.database.providerAccounts.get(verification.identificationId ?? '')
  const isGood = account && answer.code !== null && answer.code === verification.nonce
  if (answer.error !== null) {
    settle(
      verification,
      'failed',
      answer.error === 'access_denied' ? accessDenied() : providerFailed(),
    )
  } else if (isGood) {
    receive(context, pending, account)
  } else {
    throw authorizationInvalid()
  }
  return withQuery(target(), { rotating_token_nonce: rotateForNative(context, pending) })
}
