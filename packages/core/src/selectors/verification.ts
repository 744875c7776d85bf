import type { VerificationRecord } from '../records.ts'
import type { State } from '../state.ts'

// Codes and links live ten minutes and may be sent again after thirty seconds (section 5.5). The
// answer says only when one ends, so from that it is told when the next may be sent.
const life = 10 * 60 * 1000
const pause = 30 * 1000
const isSent = /^(reset_password_)?(email|phone)_(code|link)$/

/** Epoch ms until which what was sent must not be sent again; `null` when nothing was sent. */
export const cooldownUntil = (
  verification: VerificationRecord | null | undefined,
): number | null => {
  if (verification?.status !== 'unverified' || verification.nextAction === 'needs_prepare')
    return null
  const { expireAt, strategy } = verification
  return expireAt && isSent.test(strategy ?? '') ? expireAt - life + pause : null
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
