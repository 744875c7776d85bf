import type { VerificationRecord } from '../records.ts'
import type { State } from '../state.ts'

// Codes and links are valid for ten minutes and may be sent again after thirty seconds. An answer
// says only when one expires, so from that it is told when the next may be sent.
const validity = 10 * 60 * 1000
const pause = 30 * 1000
const isSent = /^(reset_password_)?(email|phone)_(code|link)$/

/** Milliseconds until the same may be sent once more; 0 for what is not sent. */
export const resendDelay = (strategy: string): number => (isSent.test(strategy) ? pause : 0)

/**
 * Milliseconds for which what was sent must not be sent again.
 *
 * @param now epoch ms by the server's clock. A wait that is longer than the pause can only come
 * from a wrong clock, and is none.
 */
export const remainingCooldown = (
  verification: VerificationRecord | null | undefined,
  now: number,
): number => {
  if (verification?.status !== 'unverified' || verification.nextAction === 'needs_prepare') return 0
  const { expireAt, strategy } = verification
  if (!expireAt || !isSent.test(strategy ?? '')) return 0
  const remaining = expireAt - validity + pause - now
  return remaining > 0 && remaining <= pause + 2000 ? remaining : 0
}

/**
 * What a `prepare…` action with this strategy would prove; `undefined` when there is no attempt.
 */
export const selectVerification = (
  { attempts }: State,
  action: string,
  strategy: string,
): VerificationRecord | null | undefined => {
  const { signIn, signUp } = attempts
  if (action === 'prepareFirstFactor') return signIn.data?.firstFactorVerification
  if (action === 'prepareSecondFactor') return signIn.data?.secondFactorVerification
  const of = signUp.data?.verifications
  if (strategy.startsWith('email_')) return of?.emailAddress
  return strategy.startsWith('phone_') ? of?.phoneNumber : of?.externalAccount
}
