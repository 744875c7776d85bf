// What the emulated instance knows, as plain JSON records in tables by id. Times are epoch milliseconds.

export type SessionStatus = 'active' | 'pending' | 'ended' | 'removed' | 'revoked' | 'expired' | 'abandoned'
export type VerificationStatus = 'unverified' | 'verified' | 'failed' | 'expired'
export type SignInStatus = 'needs_identifier' | 'needs_first_factor' | 'complete' | 'abandoned'
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned'
export type Metadata = Readonly<Record<string, unknown>>

/** A challenge to prove something, once. `code` is the secret; it is never serialised. */
export interface VerificationRecord {
  strategy: string
  status: VerificationStatus
  attempts: number | null
  expireAt: number | null
  code: string | null
  sentAt: number | null
  /** The id of what is proven, such as an email address; `null` when it is pretended or has no id. */
  identificationId: string | null
}

export interface EmailAddressRecord {
  id: string
  emailAddress: string
  verified: boolean
  verificationStrategy: string
  createdAt: number
  updatedAt: number
}

export interface UserRecord {
  id: string
  username: string | null
  firstName: string | null
  lastName: string | null
  emailAddresses: EmailAddressRecord[]
  primaryEmailAddressId: string | null
  passwordHash: string | null
  passwordUpdatedAt: number | null
  publicMetadata: Metadata
  unsafeMetadata: Metadata
  externalId: string | null
  banned: boolean
  legalAcceptedAt: number | null
  lastSignInAt: number | null
  createdAt: number
  updatedAt: number
}

/** The session token last minted for a session, kept so that an unchanged session serialises to the same text. */
export interface MintedToken {
  jwt: string
  expiresAt: number
  /** The claims that depend on state and not on time: another text means that the token is out of date. */
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
  /** Keys of what is still to be done, such as `choose-organization`: the session is `pending` until then. */
  tasks: string[]
  firstFactorVerifiedAt: number
  secondFactorVerifiedAt: number | null
  token: MintedToken | null
  createdAt: number
  updatedAt: number
}

export interface SignInRecord {
  id: string
  clientId: string
  status: SignInStatus
  identifier: string | null
  /** `null` while there is no identifier, and when enumeration protection pretends that there is a user. */
  userId: string | null
  /** The id of the email address that is pretended then. */
  pretendedId: string | null
  firstFactorVerification: VerificationRecord | null
  createdSessionId: string | null
  abandonAt: number
  createdAt: number
}

export interface SignUpRecord {
  id: string
  clientId: string
  status: SignUpStatus
  emailAddress: string | null
  emailVerification: VerificationRecord | null
  username: string | null
  firstName: string | null
  lastName: string | null
  passwordHash: string | null
  unsafeMetadata: Metadata
  legalAcceptedAt: number | null
  locale: string | null
  createdSessionId: string | null
  createdUserId: string | null
  abandonAt: number
  createdAt: number
}

export interface ClientRecord {
  id: string
  rotatingToken: string
  /** Earlier rotating tokens and until when each is still accepted. */
  superseded: { token: string; until: number }[]
  /** Accepted once instead of a rotating token, after a redirect flow in another browser. */
  rotatingTokenNonce: string | null
  /** In order of creation. */
  sessionIds: string[]
  /** The same ids, the most recently used last. */
  recentSessionIds: string[]
  lastActiveSessionId: string | null
  lastAuthenticationStrategy: string | null
  signInId: string | null
  signUpId: string | null
  cookieExpiresAt: number | null
  /** Origin of the page that spoke last: the `azp` of its tokens. */
  origin: string | null
  createdAt: number
  updatedAt: number
}

export interface DevBrowserRecord {
  id: string
  clientId: string | null
  createdAt: number
}

/** All that an emulator remembers of its instance. */
export const createDatabase = () => ({
  users: new Map<string, UserRecord>(),
  clients: new Map<string, ClientRecord>(),
  sessions: new Map<string, SessionRecord>(),
  signIns: new Map<string, SignInRecord>(),
  signUps: new Map<string, SignUpRecord>(),
  devBrowsers: new Map<string, DevBrowserRecord>(),
})

export type Database = ReturnType<typeof createDatabase>
