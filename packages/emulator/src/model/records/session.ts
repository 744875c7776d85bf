import { z } from 'zod'
import { id, metadata, orNull, text, time, unseen } from '../fields.ts'

const SessionStatusSchema = z.enum([
  'active',
  'pending',
  'ended',
  'removed',
  'revoked',
  'expired',
  'abandoned',
])

export type SessionStatus = z.infer<typeof SessionStatusSchema>

/**
 * The session token last minted for a session, kept so that an unchanged session serialises to the
 * same text.
 */
export const MintedTokenSchema = z.strictObject({
  jwt: text,
  expiresAt: time,
  /**
   * The claims that depend on state and not on time: another text means that the token is out of
   * date.
   */
  basis: text,
  factorAges: z.tuple([z.number(), z.number()]),
})

export interface MintedToken extends z.infer<typeof MintedTokenSchema> {}

export const SessionSchema = z.strictObject({
  /** `sess_…` */
  id,
  /** The client it belongs to. */
  clientId: text,
  /** The user who is signed in. */
  userId: text,
  /** `active` and `pending` are signed in. */
  status: SessionStatusSchema,
  /** Epoch milliseconds; when it ends, whatever the user does. */
  expireAt: time,
  /** Epoch milliseconds; when it ends without activity. */
  abandonAt: time,
  /** Epoch milliseconds. */
  lastActiveAt: time,
  /** `null` in the personal account. */
  lastActiveOrganizationId: orNull(text),
  /**
   * Keys of what is still to be done, such as `choose-organization`: the session is `pending` until
   * then.
   */
  tasks: z.array(text),
  /** Who acts for the user, as `{ sub: 'user_…' }`; `null` for the user itself. */
  actor: orNull(metadata),
  /** Epoch milliseconds. */
  firstFactorVerifiedAt: time,
  /** Epoch milliseconds; `null` while it never was. */
  secondFactorVerifiedAt: orNull(time),
  token: unseen(orNull(MintedTokenSchema)),
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface SessionRecord extends z.infer<typeof SessionSchema> {}
