import { isExternal } from '../domain/factors/external.ts'
import { toErrorsJson } from '../lib/api-error.ts'
import type { VerificationRecord } from '../model/records/verification.ts'

// Strategies whose verification has an object of its own; codes share one.
const objects: Readonly<Record<string, string>> = {
  password: 'verification_password',
  email_link: 'verification_email_link',
  ticket: 'verification_ticket',
  passkey: 'verification_passkey',
  totp: 'verification_totp',
  backup_code: 'verification_backup_code',
}

const objectOf = (strategy: string): string => {
  if (isExternal(strategy)) return 'verification_oauth'
  if (strategy.startsWith('web3_')) return 'verification_web3'
  if (strategy.startsWith('from_')) return 'verification_from_oauth'
  return objects[strategy] ?? 'verification_otp'
}

// What some strategies add.
const particularsOf = (verification: VerificationRecord) => {
  const { strategy, redirect, error, nonce, message, verifiedAtClient } = verification
  if (isExternal(strategy)) {
    const [fault] = error ? toErrorsJson([error]) : []
    return {
      external_verification_redirect_url: redirect?.externalUrl ?? null,
      error: fault ?? null,
    }
  }
  if (strategy.startsWith('web3_')) return { nonce, message }
  if (strategy === 'passkey') return nonce === null ? {} : { nonce }
  if (strategy === 'email_link')
    return verifiedAtClient === null ? {} : { verified_at_client: verifiedAtClient }
  return {}
}

/** A verification in an attempt or an identification: never with its code. */
export const toVerificationJson = (verification: VerificationRecord | null) =>
  verification && {
    object: objectOf(verification.strategy),
    status: verification.status,
    strategy: verification.strategy,
    attempts: verification.attempts,
    expire_at: verification.expireAt,
    ...particularsOf(verification),
  }
