import { z } from 'zod'
import { id, orNull, text, time, unseen } from '../fields.ts'

export const ClientSchema = z.strictObject({
  /** `client_…` */
  id,
  rotatingToken: unseen(text),
  /** Earlier rotating tokens and until when each is still accepted. */
  superseded: unseen(z.array(z.strictObject({ token: text, until: time }))),
  /** Accepted once instead of a rotating token, after a redirect flow in another browser. */
  rotatingTokenNonce: unseen(orNull(text)),
  /** In order of creation. */
  sessionIds: z.array(text),
  /** The same ids, the most recently used last. */
  recentSessionIds: unseen(z.array(text)),
  /** `null` when none is. */
  lastActiveSessionId: orNull(text),
  /** The strategy that signed in here last. */
  lastAuthenticationStrategy: orNull(text),
  /** Users that signed in here before: this client is no stranger to them. */
  trustedUserIds: unseen(z.array(text)),
  /** A CAPTCHA challenge was solved. */
  captchaSolved: unseen(z.boolean()),
  /** The sign-in in progress. */
  signInId: orNull(text),
  /** The sign-up in progress. */
  signUpId: orNull(text),
  /** Epoch milliseconds. */
  cookieExpiresAt: orNull(time),
  /** Origin of the page that spoke last: the `azp` of its tokens. */
  origin: unseen(orNull(text)),
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface ClientRecord extends z.infer<typeof ClientSchema> {}
