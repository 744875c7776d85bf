import { z } from 'zod'
import type { ApiFault } from '../../lib/api-error.ts'
import { address, metadata, orNull, text, time, unseen } from '../fields.ts'

const ModeSchema = z.enum(['cookie', 'dev-browser', 'native'])

/** How a request says who sends it. */
export type Mode = z.infer<typeof ModeSchema>

const VerificationStatusSchema = z.enum([
  'unverified',
  'verified',
  'failed',
  'expired',
  'transferable',
])

const FaultSchema: z.ZodType<ApiFault> = z.strictObject({
  code: text,
  message: text,
  longMessage: text.exactOptional(),
  meta: metadata.exactOptional(),
})

/** A way out of the app and back: an email link, or a provider's page. */
const RedirectSchema = z.strictObject({
  /** Where it leads back. */
  redirectUrl: address,
  /** Where it leads back instead when the attempt is complete. */
  completeUrl: orNull(address),
  /** The page of the provider; `null` for a link. */
  externalUrl: orNull(address),
  /** What a provider is asked to allow, as names with blanks between them. */
  scopes: text,
  mode: ModeSchema,
})

/** A challenge to prove something, once. `code` is the secret; it is never serialised. */
export const VerificationSchema = z.strictObject({
  /** Which way it is verified. */
  strategy: text,
  /** As the Frontend API tells it. */
  status: VerificationStatusSchema,
  /** Wrong ones so far; `null` where they are not counted. */
  attempts: orNull(z.number()),
  /** Epoch milliseconds; `null` for what does not expire. */
  expireAt: orNull(time),
  /**
   * What proves it: the digits that were sent, the secret part of a link or of a provider's
   * `state`.
   */
  code: unseen(orNull(text)),
  sentAt: orNull(time),
  /**
   * The id of what is proven, such as an email address; `null` when it is pretended or has no id.
   */
  identificationId: unseen(orNull(text)),
  /** What a device has to sign: WebAuthn options, or a wallet's nonce. */
  nonce: unseen(orNull(text)),
  message: unseen(orNull(text)),
  redirect: orNull(RedirectSchema),
  /** The client that opened the link. */
  verifiedAtClient: orNull(text),
  error: orNull(FaultSchema),
})

export interface VerificationRecord extends z.infer<typeof VerificationSchema> {}
