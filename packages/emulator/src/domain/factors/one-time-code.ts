import {
  alreadyVerified,
  codeIncorrect,
  codeSentRecently,
  verificationExpired,
  verificationFailed,
  verificationMissing,
} from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import { newVerification } from './new-verification.ts'

/**
 * Where a code goes. `to: null` sends nothing: the recipient is pretended, and no code will fit.
 */
export interface Recipient {
  readonly to: string | null
  readonly identificationId: string | null
}

/**
 * Test identities of the vendor's documentation: a marked address, or a number that nobody can
 * have.
 */
export const isTestIdentity = (to: string): boolean =>
  /\+clerk_test[^@]*@|^\+1\d{3}55501\d{2}$/.test(to)

// Seconds until what was sent may be sent again.
const cooldown = (instance: Instance, previous: VerificationRecord | null): number => {
  if (previous?.status !== 'unverified' || previous.sentAt === null) return 0
  return Math.ceil(
    (previous.sentAt + instance.settings.resendCooldown - instance.clock.now()) / 1000,
  )
}

/**
 * @throws ApiError 429 while the last message to the same recipient is younger than the cooldown.
 */
export const assertCooldownOver = (
  instance: Instance,
  strategy: string,
  identificationId: string | null,
  previous: VerificationRecord | null,
): void => {
  const same =
    previous?.strategy === strategy && previous.identificationId === identificationId
      ? previous
      : null
  const wait = cooldown(instance, same)
  if (wait > 0) throw codeSentRecently(wait)
}

/**
 * Sends a code, or does as if.
 *
 * @param previous the verification it replaces, if that is of the same recipient.
 * @throws ApiError 429 while the last code is younger than the cooldown.
 */
export const sendCode = (
  instance: Instance,
  strategy: string,
  { to, identificationId }: Recipient,
  previous: VerificationRecord | null,
): VerificationRecord => {
  const { clock, ids, settings } = instance
  assertCooldownOver(instance, strategy, identificationId, previous)
  const isTest = to !== null && settings.testMode && isTestIdentity(to)
  const code = isTest ? '424242' : ids.code()
  if (to !== null && !isTest) instance.send({ to, kind: strategy, code, link: null })
  const now = clock.now()
  const sent = { code: to === null ? null : code, sentAt: now, identificationId }
  return newVerification(strategy, { ...sent, expireAt: now + settings.codeLifetime })
}

/**
 * Checks a code against the verification that it was sent for, and counts the try.
 *
 * @throws ApiError unless it is right, in time and not tried too often.
 */
export const verifyCode = (
  instance: Instance,
  verification: VerificationRecord | null,
  strategy: string,
  code: string,
): VerificationRecord => {
  if (verification?.strategy !== strategy) throw verificationMissing()
  if (verification.status === 'verified') throw alreadyVerified()
  if (verification.status === 'expired') throw verificationExpired()
  if (verification.status === 'failed') throw verificationFailed()
  verification.attempts = (verification.attempts ?? 0) + 1
  const isRight = verification.code !== null && verification.code === code
  if (isRight) verification.status = 'verified'
  else if (verification.attempts >= instance.settings.verificationAttempts)
    verification.status = 'failed'
  if (!isRight) throw codeIncorrect()
  return verification
}
