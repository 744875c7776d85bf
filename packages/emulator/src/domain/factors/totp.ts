import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Secret, TOTP } from 'otpauth'
import { codeIncorrect, strategyForUserInvalid } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { assertMayGuess } from '../lockout.ts'
import type { Factor } from './factor.ts'
import { verifiedBy } from './new-verification.ts'
import type { Strategy } from './strategy.ts'

const period = 30

/**
 * The authenticator app that holds this secret: six digits, SHA-1, 30 s, as they all do (RFC 6238).
 */
const appOf = (secret: string): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period })

/** What the app that holds this secret shows now. */
export const totpCodeOf = (instance: Instance, secret: string): string =>
  appOf(secret).generate({ timestamp: instance.clock.now() })

/** What an app has to be told: as its set-up key, and as the address in its QR code. */
export const totpUriOf = (secret: string, issuer: string, label: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period, issuer, label }).toString()

/** A secret for a new app, 160 bits as base32. */
export const newTotpSecret = (instance: Instance): string =>
  new Secret({ buffer: sha256(utf8ToBytes(instance.ids.secret('totp'))).slice(0, 20).buffer })
    .base32

/**
 * The period in which the app of this secret shows `code`, of those around now; `null` for none.
 */
export const periodOf = (instance: Instance, secret: string, code: string): number | null => {
  const timestamp = instance.clock.now()
  const delta = appOf(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta
}

/**
 * Whether `code` is right now, or was a period ago, and is later than the last one that was
 * accepted.
 */
const accept = (instance: Instance, user: UserRecord, code: string): boolean => {
  const used = user.totpSecret === null ? null : periodOf(instance, user.totpSecret, code)
  if (used === null || (user.totpUsedPeriod !== null && used <= user.totpUsedPeriod)) return false
  user.totpUsedPeriod = used
  return true
}

const factor: Factor = {
  strategy: 'totp',
  factorsOf: user => (user.totpSecret === null ? [] : [{ strategy: 'totp' }]),
  attempt: ({ context: { instance }, subject }, params) => {
    const code = params.required('code')
    if (subject.totpSecret === null) throw strategyForUserInvalid()
    if (!accept(instance, subject, code)) throw assertMayGuess(instance, subject, codeIncorrect())
    return verifiedBy('totp')
  },
}

/** A second factor: the code that an authenticator app shows. */
export const totp: Strategy = {
  name: 'totp',
  object: 'verification_totp',
  attribute: 'authenticator_app',
  secondFactor: factor,
}
