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
  id: string
  clientId: string
  userId: string
  status: SessionStatus
  expireAt: number
  abandonAt: number
  lastActiveAt: number
  lastActiveOrganizationId: string | null
  /**
   * Keys of what is still to be done, such as `choose-organization`: the session is `pending` until
   * then.
   */
  tasks: string[]
  firstFactorVerifiedAt: number
  secondFactorVerifiedAt: number | null
  token: MintedToken | null
  createdAt: number
  updatedAt: number
}
