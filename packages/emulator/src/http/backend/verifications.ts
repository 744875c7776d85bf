import type { Context } from 'hono'
import { z } from 'zod'
import { completeVerification } from '../../domain/account/identifications.ts'
import { sendCode, verifyCode } from '../../domain/factors/one-time-code.ts'
import { ApiError } from '../../lib/api-error.ts'
import { alreadyVerified, resourceNotFound } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { EmailAddressRecord, PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { assertNoBody, bodyOf, text } from './read-input.ts'

interface Found {
  readonly user: UserRecord
  readonly email?: EmailAddressRecord
  readonly phone?: PhoneNumberRecord
}

type Find = (c: Context<Env>) => Found

// It has an id of its own: what a user proves in its browser meanwhile is another one.
const idOf = (identificationId: string): string => `ver_${identificationId.replace(/^idn_/, '')}`

const toJson = (id: string, verification: VerificationRecord) => ({
  object: 'verification',
  id,
  status: verification.status,
  strategy: verification.strategy,
  attempts: verification.attempts,
  expire_at: verification.expireAt,
})

const identified = ({ email, phone }: Found) => {
  const identification = email ?? phone
  if (!identification) throw resourceNotFound('Identification')
  return { identification, to: email?.emailAddress ?? phone?.phoneNumber ?? null }
}

/** Sends a code to what a user is reached by. */
export const preparing = (strategy: string, find: Find) => (c: Context<Env>) => {
  const { instance } = c.env
  const found = find(c)
  assertNoBody(c)
  const { identification, to } = identified(found)
  const id = idOf(identification.id)
  const table = instance.database.identificationVerifications
  const previous = table.get(id)?.verification ?? null
  const recipient = { to, identificationId: identification.id }
  const verification = sendCode(instance, strategy, recipient, previous)
  table.set({ id, userId: found.user.id, clientId: '', verification })
  return answerJson(c, () => toJson(id, verification))
}

const isVerified = ({ status }: VerificationRecord): boolean => status === 'verified'

const AttemptSchema = z.strictObject({ verification_id: text, code: text })

// How it went is told by the status.
const attempt = (instance: Instance, verification: VerificationRecord, code: string): void => {
  if ((verification.expireAt ?? 0) <= instance.clock.now()) verification.status = 'expired'
  try {
    verifyCode(instance, verification, verification.strategy, code)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}

/** Takes the code that was sent. A wrong one is told by the status and is no error. */
export const attempting = (find: Find) => (c: Context<Env>) => {
  const { instance } = c.env
  const found = find(c)
  const { identification } = identified(found)
  const { verification_id: id, code } = bodyOf(c, AttemptSchema)
  const verification = instance.database.identificationVerifications.get(id)?.verification
  if (!verification || id !== idOf(identification.id)) throw resourceNotFound('Verification', id)
  if (isVerified(verification)) throw alreadyVerified()
  attempt(instance, verification, code)
  if (isVerified(verification) && !identification.verified)
    completeVerification(instance, found.user, identification)
  return answerJson(c, () => toJson(id, verification))
}
