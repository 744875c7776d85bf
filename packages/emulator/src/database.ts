import type { IdentificationVerificationRecord, PendingTotpRecord } from './account-records.ts'
import type { ApiFault } from './errors.ts'
import type { MembershipRecord, OrganizationRecord } from './organization-records.ts'
import { UserTable } from './state/user-table.ts'

// What the emulated instance knows, as plain JSON records in tables by id. Times are epoch milliseconds.

export type SessionStatus = 'active' | 'pending' | 'ended' | 'removed' | 'revoked' | 'expired' | 'abandoned'
export type VerificationStatus = 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable'
export type SignInStatus =
  | 'needs_identifier'
  | 'needs_first_factor'
  | 'needs_second_factor'
  | 'needs_client_trust'
  | 'needs_new_password'
  | 'complete'
  | 'abandoned'
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned'
export type Metadata = Readonly<Record<string, unknown>>

/** How the caller of an attempt proved who it is: section 7. */
export type Mode = 'cookie' | 'dev-browser' | 'native'

/** A way out of the app and back: an email link, or a provider's page. */
export interface Detour {
  /** Where it leads back. */
  redirectUrl: string
  /** Where it leads back instead when the attempt is complete. */
  completeUrl: string | null
  /** The page of the provider; `null` for a link. */
  externalUrl: string | null
  mode: Mode
}

/** A challenge to prove something, once. `code` is the secret; it is never serialised. */
export interface VerificationRecord {
  strategy: string
  status: VerificationStatus
  attempts: number | null
  expireAt: number | null
  /** What proves it: the digits that were sent, the secret part of a link or of a provider's `state`. */
  code: string | null
  sentAt: number | null
  /** The id of what is proven, such as an email address; `null` when it is pretended or has no id. */
  identificationId: string | null
  /** What a device has to sign: WebAuthn options, or a wallet's nonce. */
  nonce: string | null
  message: string | null
  detour: Detour | null
  /** The client that opened the link. */
  verifiedAtClient: string | null
  error: ApiFault | null
}

export interface EmailAddressRecord {
  id: string
  emailAddress: string
  verified: boolean
  verificationStrategy: string
  createdAt: number
  updatedAt: number
}

export interface PhoneNumberRecord {
  id: string
  /** E.164: `+12015550123`. */
  phoneNumber: string
  verified: boolean
  /** It proves a second factor, and then no first one. */
  reservedForSecondFactor: boolean
  /** Chosen as the one that second factors go to first. */
  defaultSecondFactor: boolean
  createdAt: number
  updatedAt: number
}

export interface Web3WalletRecord {
  id: string
  /** The address, as its owner writes it. */
  web3Wallet: string
  strategy: string
  createdAt: number
  updatedAt: number
}

export interface PasskeyRecord {
  id: string
  name: string | null
  /** base64url. */
  credentialId: string
  /** COSE key, base64url. */
  publicKey: string
  signCount: number
  lastUsedAt: number | null
  createdAt: number
  updatedAt: number
}

/** An account at a provider. It may belong to a user of the instance or to nobody yet. */
export interface ProviderAccountRecord {
  id: string
  /** `oauth_google`; `enterprise_sso` for a company's provider. */
  strategy: string
  providerUserId: string
  emailAddress: string | null
  firstName: string | null
  lastName: string | null
  userId: string | null
  createdAt: number
  updatedAt: number
}

export interface TicketRecord {
  id: string
  kind: 'sign_in_token' | 'invitation'
  /** Whom a sign-in token signs in. */
  userId: string | null
  /** Whom an invitation invites; that address counts as verified. */
  emailAddress: string | null
  publicMetadata: Metadata
  redirectUrl: string | null
  status: 'pending' | 'used' | 'revoked'
  expireAt: number
  createdAt: number
}

export interface UserRecord {
  id: string
  username: string | null
  firstName: string | null
  lastName: string | null
  emailAddresses: EmailAddressRecord[]
  primaryEmailAddressId: string | null
  phoneNumbers: PhoneNumberRecord[]
  primaryPhoneNumberId: string | null
  web3Wallets: Web3WalletRecord[]
  passkeys: PasskeyRecord[]
  passwordHash: string | null
  passwordUpdatedAt: number | null
  /** base32, as authenticator apps take it. */
  totpSecret: string | null
  /** The period of the last code that was accepted: RFC 6238 lets none be used twice. */
  totpUsedPeriod: number | null
  /** Digests of the codes that are left. */
  backupCodes: string[]
  failedAttempts: number
  lockedUntil: number | null
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
  secondFactorVerification: VerificationRecord | null
  /** When each factor was proven, for the session's `factor_verification_age`. */
  secondFactorVerifiedAt: number | null
  clientTrustState: 'new' | 'known' | null
  /** The account at a provider that nobody here has: what a transfer to a sign-up takes over. */
  providerAccountId: string | null
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
  phoneNumber: string | null
  phoneVerification: VerificationRecord | null
  web3Wallet: string | null
  web3Verification: VerificationRecord | null
  externalVerification: VerificationRecord | null
  providerAccountId: string | null
  ticketId: string | null
  publicMetadata: Metadata
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
  /** Users that signed in here before: this client is no stranger to them. */
  trustedUserIds: string[]
  captchaSolved: boolean
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
  users: new UserTable(),
  clients: new Map<string, ClientRecord>(),
  sessions: new Map<string, SessionRecord>(),
  signIns: new Map<string, SignInRecord>(),
  signUps: new Map<string, SignUpRecord>(),
  devBrowsers: new Map<string, DevBrowserRecord>(),
  providerAccounts: new Map<string, ProviderAccountRecord>(),
  tickets: new Map<string, TicketRecord>(),
  /** By the id of what they verify. */
  identificationVerifications: new Map<string, IdentificationVerificationRecord>(),
  /** By the id of the user. */
  pendingTotps: new Map<string, PendingTotpRecord>(),
  organizations: new Map<string, OrganizationRecord>(),
  memberships: new Map<string, MembershipRecord>(),
})

export type Database = ReturnType<typeof createDatabase>
