import { z } from 'zod'
import { address, id, metadata, orNull, text, time, unseen } from '../fields.ts'

export const EmailAddressSchema = z.strictObject({
  id,
  emailAddress: text,
  verified: z.boolean(),
  verificationStrategy: text,
  createdAt: time,
  updatedAt: time,
})

export interface EmailAddressRecord extends z.infer<typeof EmailAddressSchema> {}

export const PhoneNumberSchema = z.strictObject({
  id,
  /** E.164: `+12015550123`. */
  phoneNumber: text,
  verified: z.boolean(),
  /** It proves a second factor, and then no first one. */
  reservedForSecondFactor: z.boolean(),
  /** Chosen as the one that second factors go to first. */
  defaultSecondFactor: z.boolean(),
  createdAt: time,
  updatedAt: time,
})

export interface PhoneNumberRecord extends z.infer<typeof PhoneNumberSchema> {}

export const Web3WalletSchema = z.strictObject({
  id,
  /** The address, as its owner writes it. */
  web3Wallet: text,
  strategy: text,
  verified: z.boolean(),
  createdAt: time,
  updatedAt: time,
})

export interface Web3WalletRecord extends z.infer<typeof Web3WalletSchema> {}

export const PasskeySchema = z.strictObject({
  id,
  name: orNull(text),
  /** base64url. */
  credentialId: text,
  /** COSE key, base64url. */
  publicKey: text,
  signCount: z.number(),
  lastUsedAt: orNull(time),
  /** An authenticator has made it: until then it has no key. */
  verified: z.boolean(),
  createdAt: time,
  updatedAt: time,
})

export interface PasskeyRecord extends z.infer<typeof PasskeySchema> {}

export const UserSchema = z.strictObject({
  /** `user_…` */
  id,
  /** Unique in the instance, in any case. */
  username: orNull(text),
  /** `null` where it was not given. */
  firstName: orNull(text),
  /** `null` where it was not given. */
  lastName: orNull(text),
  /** The picture: its id, and where it is to be had. */
  image: orNull(z.strictObject({ id, url: address })),
  /** Verified or not. */
  emailAddresses: z.array(EmailAddressSchema),
  /** One of `emailAddresses`. */
  primaryEmailAddressId: orNull(text),
  /** Verified or not. */
  phoneNumbers: z.array(PhoneNumberSchema),
  /** One of `phoneNumbers`. */
  primaryPhoneNumberId: orNull(text),
  /** Verified or not. */
  web3Wallets: z.array(Web3WalletSchema),
  /** Of all devices. */
  passkeys: z.array(PasskeySchema),
  passwordHash: orNull(text),
  /** Epoch milliseconds; `null` without a password. */
  passwordUpdatedAt: orNull(time),
  /** base32, as authenticator apps take it. */
  totpSecret: orNull(text),
  /** The period of the last code that was accepted: RFC 6238 lets none be used twice. */
  totpUsedPeriod: unseen(orNull(z.number())),
  /** Digests of the codes that are left. */
  backupCodes: z.array(text),
  /** Wrong passwords and second factors in a row. */
  failedAttempts: unseen(z.number()),
  /** Epoch milliseconds; `null` while the user is not locked. */
  lockedUntil: orNull(time),
  /** What a backend keeps with the user. */
  publicMetadata: metadata,
  /** What the application keeps with the user, who may change it. */
  unsafeMetadata: metadata,
  /** What only a backend sees. */
  privateMetadata: metadata,
  /** `en-US`; `null` where it is not known. */
  locale: orNull(text),
  /** Whether the user may; `null` as the settings say. */
  deleteSelfEnabled: orNull(z.boolean()),
  /** Whether the user may; `null` as the settings say. */
  createOrganizationEnabled: orNull(z.boolean()),
  /** How many at most; `null` for any number. */
  createOrganizationsLimit: orNull(z.number()),
  /** A client that the user never signed in on is trusted all the same. */
  bypassClientTrust: z.boolean(),
  /** The user's id in a backend of the application. */
  externalId: orNull(text),
  /** Cannot sign in. */
  banned: z.boolean(),
  /** Epoch milliseconds; `null` while they were not. */
  legalAcceptedAt: orNull(time),
  /** Epoch milliseconds; `null` while the user never did. */
  lastSignInAt: orNull(time),
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface UserRecord extends z.infer<typeof UserSchema> {}
