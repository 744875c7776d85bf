export type SessionStatus =
  | 'active'
  | 'pending'
  | 'ended'
  | 'removed'
  | 'revoked'
  | 'expired'
  | 'abandoned'

/**
 * The session token last minted for a session, kept so that an unchanged session serialises to the
 * same text.
 */
export interface MintedToken {
  jwt: string
  expiresAt: number
  /**
   * The claims that depend on state and not on time: another text means that the token is out of
   * date.
   */
  basis: string
  factorAges: [number, number]
}

export interface SessionRecord {
  /** `sess_…` */
  id: string
  /** The client it belongs to. */
  clientId: string
  /** The user who is signed in. */
  userId: string
  /** `active` and `pending` are signed in. */
  status: SessionStatus
  /** Epoch milliseconds; when it ends, whatever the user does. */
  expireAt: number
  /** Epoch milliseconds; when it ends without activity. */
  abandonAt: number
  /** Epoch milliseconds. */
  lastActiveAt: number
  /** `null` in the personal account. */
  lastActiveOrganizationId: string | null
  /**
   * Keys of what is still to be done, such as `choose-organization`: the session is `pending` until
   * then.
   */
  tasks: string[]
  /** Epoch milliseconds. */
  firstFactorVerifiedAt: number
  /** Epoch milliseconds; `null` while it never was. */
  secondFactorVerifiedAt: number | null
  token: MintedToken | null
  /** Epoch milliseconds. */
  createdAt: number
  /** Epoch milliseconds. */
  updatedAt: number
}
