import { z } from 'zod'
import { freeRecord } from '../../lib/free-json.ts'
import type { IdentificationVerificationRecord } from '../../model/records/account.ts'
import type { SignInRecord, SignUpRecord } from '../../model/records/attempts.ts'
import type { ReverificationRecord } from '../../model/records/reverification.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import { address, id, orNull, text, time } from './fields.ts'

const fault = z.strictObject({
  code: text,
  message: text,
  longMessage: text.exactOptional(),
  meta: freeRecord.exactOptional(),
})

const verification: z.ZodType<VerificationRecord> = z.strictObject({
  strategy: text,
  status: z.enum(['unverified', 'verified', 'failed', 'expired', 'transferable']),
  attempts: orNull(z.number()),
  expireAt: orNull(time),
  code: orNull(text),
  sentAt: orNull(time),
  identificationId: orNull(text),
  nonce: orNull(text),
  message: orNull(text),
  detour: orNull(
    z.strictObject({
      redirectUrl: address,
      completeUrl: orNull(address),
      externalUrl: orNull(address),
      scopes: text,
      mode: z.enum(['cookie', 'dev-browser', 'native']),
    }),
  ),
  verifiedAtClient: orNull(text),
  error: orNull(fault),
})

export const SignInSchema: z.ZodType<SignInRecord> = z.strictObject({
  id,
  clientId: text,
  status: z.enum([
    'needs_identifier',
    'needs_first_factor',
    'needs_second_factor',
    'needs_client_trust',
    'needs_new_password',
    'complete',
    'abandoned',
  ]),
  identifier: orNull(text),
  userId: orNull(text),
  pretendedId: orNull(text),
  firstFactorVerification: orNull(verification),
  secondFactorVerification: orNull(verification),
  secondFactorVerifiedAt: orNull(time),
  clientTrustState: orNull(z.enum(['new', 'known'])),
  providerAccountId: orNull(text),
  createdSessionId: orNull(text),
  abandonAt: time,
  createdAt: time,
})

export const SignUpSchema: z.ZodType<SignUpRecord> = z.strictObject({
  id,
  clientId: text,
  status: z.enum(['missing_requirements', 'complete', 'abandoned']),
  emailAddress: orNull(text),
  emailVerification: orNull(verification),
  phoneNumber: orNull(text),
  phoneVerification: orNull(verification),
  web3Wallet: orNull(text),
  web3Verification: orNull(verification),
  externalVerification: orNull(verification),
  providerAccountId: orNull(text),
  ticketId: orNull(text),
  publicMetadata: freeRecord,
  username: orNull(text),
  firstName: orNull(text),
  lastName: orNull(text),
  passwordHash: orNull(text),
  unsafeMetadata: freeRecord,
  legalAcceptedAt: orNull(time),
  locale: orNull(text),
  createdSessionId: orNull(text),
  createdUserId: orNull(text),
  abandonAt: time,
  createdAt: time,
})

export const ReverificationSchema: z.ZodType<ReverificationRecord> = z.strictObject({
  id,
  userId: text,
  level: z.enum(['first_factor', 'second_factor', 'multi_factor']),
  status: z.enum(['needs_first_factor', 'needs_second_factor', 'complete']),
  firstFactorVerification: orNull(verification),
  secondFactorVerification: orNull(verification),
})

export const IdentificationVerificationSchema: z.ZodType<IdentificationVerificationRecord> =
  z.strictObject({
    id,
    userId: text,
    clientId: text,
    verification,
  })
