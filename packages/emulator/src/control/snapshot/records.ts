import { z } from 'zod'
import { freeRecord } from '../../lib/free-json.ts'
import { imageType } from '../../lib/images.ts'
import { isHeaderText } from '../../lib/one-line.ts'
import type { ProviderAccountRecord, TicketRecord } from '../../model/records/access.ts'
import type { PendingTotpRecord } from '../../model/records/account.ts'
import type { ClientRecord, DevBrowserRecord } from '../../model/records/client.ts'
import type { ImageRecord } from '../../model/records/image.ts'
import type { SessionRecord } from '../../model/records/session.ts'
import type { UsageRecord } from '../../model/records/usage.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { address, id, made, orNull, text, time } from './fields.ts'

// The records of the database as an export holds them. Each schema has to fit its record: a field
// that is added to one and forgotten here does not compile.

export const UserSchema: z.ZodType<UserRecord> = z.strictObject({
  id,
  username: orNull(text),
  firstName: orNull(text),
  lastName: orNull(text),
  image: orNull(z.strictObject({ id, url: address })),
  emailAddresses: z.array(
    z.strictObject({
      id,
      emailAddress: text,
      verified: z.boolean(),
      verificationStrategy: text,
      ...made,
    }),
  ),
  primaryEmailAddressId: orNull(text),
  phoneNumbers: z.array(
    z.strictObject({
      id,
      phoneNumber: text,
      verified: z.boolean(),
      reservedForSecondFactor: z.boolean(),
      defaultSecondFactor: z.boolean(),
      ...made,
    }),
  ),
  primaryPhoneNumberId: orNull(text),
  web3Wallets: z.array(
    z.strictObject({
      id,
      web3Wallet: text,
      strategy: text,
      verified: z.boolean(),
      ...made,
    }),
  ),
  passkeys: z.array(
    z.strictObject({
      id,
      name: orNull(text),
      credentialId: text,
      publicKey: text,
      signCount: z.number(),
      lastUsedAt: orNull(time),
      verified: z.boolean(),
      ...made,
    }),
  ),
  passwordHash: orNull(text),
  passwordUpdatedAt: orNull(time),
  totpSecret: orNull(text),
  totpUsedPeriod: orNull(z.number()),
  backupCodes: z.array(text),
  failedAttempts: z.number(),
  lockedUntil: orNull(time),
  publicMetadata: freeRecord,
  unsafeMetadata: freeRecord,
  externalId: orNull(text),
  banned: z.boolean(),
  legalAcceptedAt: orNull(time),
  lastSignInAt: orNull(time),
  ...made,
})

export const SessionSchema: z.ZodType<SessionRecord> = z.strictObject({
  id,
  clientId: text,
  userId: text,
  status: z.enum(['active', 'pending', 'ended', 'removed', 'revoked', 'expired', 'abandoned']),
  expireAt: time,
  abandonAt: time,
  lastActiveAt: time,
  lastActiveOrganizationId: orNull(text),
  tasks: z.array(text),
  firstFactorVerifiedAt: time,
  secondFactorVerifiedAt: orNull(time),
  token: orNull(
    z.strictObject({
      jwt: text,
      expiresAt: time,
      basis: text,
      factorAges: z.tuple([z.number(), z.number()]),
    }),
  ),
  ...made,
})

export const ClientSchema: z.ZodType<ClientRecord> = z.strictObject({
  id,
  rotatingToken: text,
  superseded: z.array(z.strictObject({ token: text, until: time })),
  rotatingTokenNonce: orNull(text),
  sessionIds: z.array(text),
  recentSessionIds: z.array(text),
  lastActiveSessionId: orNull(text),
  lastAuthenticationStrategy: orNull(text),
  trustedUserIds: z.array(text),
  captchaSolved: z.boolean(),
  signInId: orNull(text),
  signUpId: orNull(text),
  cookieExpiresAt: orNull(time),
  origin: orNull(text),
  ...made,
})

export const DevBrowserSchema: z.ZodType<DevBrowserRecord> = z.strictObject({
  // it is sent in a header
  id: id.refine(isHeaderText, 'ASCII, in one line'),
  clientId: orNull(text),
  createdAt: time,
})

export const ProviderAccountSchema: z.ZodType<ProviderAccountRecord> = z.strictObject({
  id,
  strategy: text,
  providerUserId: text,
  emailAddress: orNull(text),
  firstName: orNull(text),
  lastName: orNull(text),
  approvedScopes: text,
  userId: orNull(text),
  ...made,
})

export const TicketSchema: z.ZodType<TicketRecord> = z.strictObject({
  id,
  kind: z.enum(['sign_in_token', 'invitation']),
  userId: orNull(text),
  emailAddress: orNull(text),
  publicMetadata: freeRecord,
  redirectUrl: orNull(address),
  status: z.enum(['pending', 'used', 'revoked']),
  expireAt: time,
  createdAt: time,
})

export const PendingTotpSchema: z.ZodType<PendingTotpRecord> = z.strictObject({
  id,
  userId: text,
  secret: text,
  createdAt: time,
})

export const UsageSchema: z.ZodType<UsageRecord> = z.strictObject({ id, times: z.array(time) })

export const ImageSchema: z.ZodType<ImageRecord> = z.strictObject({
  id,
  name: text,
  // it is sent in a header
  type: z.string().regex(imageType, 'the type of a picture such as image/png'),
  data: z.base64url(),
  createdAt: time,
})
