// The Frontend API's resources as the store holds them: plain JSON with camelCase names, times in
// epoch milliseconds, `null` for none. What a newer server adds is kept too.

/** Any JSON value, as metadata and unknown fields of a newer server are kept. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/**
 * What a backend keeps with a user. An application says what that is:
 *
 * @example
 * declare module '@clientele/core' {
 *   interface UserPublicMetadata { readonly plan?: 'free' | 'pro' }
 * }
 */
export interface UserPublicMetadata {
  /** What the application does not name. */
  readonly [name: string]: unknown
}

/** What an application keeps with a user, who may change it; typed as the public one is. */
export interface UserUnsafeMetadata {
  /** What the application does not name. */
  readonly [name: string]: unknown
}

/** A value of a known set, open to what a newer server may send. */
export type Open<Known extends string> = Known | (string & {})

/** `active` and `pending` are signed in; the others are over. */
export type SessionStatus = Open<
  'active' | 'pending' | 'revoked' | 'ended' | 'expired' | 'removed' | 'abandoned' | 'replaced'
>
/** Where a sign-in stands; `abandoned` waited too long and cannot go on. */
export type SignInStatus = Open<
  | 'needs_identifier'
  | 'needs_first_factor'
  | 'needs_second_factor'
  | 'needs_client_trust'
  | 'needs_new_password'
  | 'needs_protect_check'
  | 'complete'
  | 'abandoned'
>
/** Where a sign-up stands; `abandoned` waited too long and cannot go on. */
export type SignUpStatus = Open<'missing_requirements' | 'complete' | 'abandoned'>
/** `transferable`: of an account that does not exist yet, or exists already. */
export type VerificationStatus = Open<
  'unverified' | 'verified' | 'transferable' | 'failed' | 'expired'
>
/** What the user signed in with last on this client. */
export type LastAuthenticationStrategy = Open<
  'email_address' | 'username' | 'email_code' | 'email_link' | 'phone_code' | 'password'
>

/** One entry of an error answer. */
export interface ErrorItem {
  /** The API's: `form_password_incorrect`. */
  readonly code: string
  /** For developers, in English. */
  readonly message: string
  /** For users, in English. */
  readonly longMessage?: string
  /** What it is about; `paramName` is in the API's spelling: `email_address`. */
  readonly meta?: {
    readonly paramName?: string
    readonly sessionId?: string
    readonly [key: string]: Json | undefined
  }
}

/** A `ClienteleError` as data, the way slices hold it. */
export interface ErrorRecord {
  /** The API's first, or the store's, such as `network_error`. */
  readonly code: string
  /** For developers, in English. */
  readonly message: string
  /** HTTP status; absent where no answer came. */
  readonly status?: number
  /** What the API said, in its order; empty for an error of the store. */
  readonly errors: readonly ErrorItem[]
  /** Seconds until it may be tried again. */
  readonly retryAfter?: number
  /** Names the request to Clerk's support. */
  readonly traceId?: string
}

/** How one thing is verified, and how far that is. */
export interface VerificationRecord {
  /** `null` while nothing was prepared. */
  readonly status: VerificationStatus | null
  /** Which way it is verified. */
  readonly strategy: string | null
  /** How many were made; `null` where they are not counted. */
  readonly attempts: number | null
  /** Epoch ms; `null` for what does not expire or is not told. */
  readonly expireAt: number | null
  /** What a passkey or a wallet has to sign. */
  readonly nonce: string | null
  /** Text for a wallet to sign, in place of the nonce. */
  readonly message: string | null
  /** Where a browser has to go to verify it. */
  readonly externalVerificationRedirectUrl: string | null
  /** The client that opened the link, by its id. */
  readonly verifiedAtClient: string | null
  /** Why it failed; `null` while it has not. */
  readonly error: ErrorItem | null
  /** What carried the code: `sms`, `whatsapp`. */
  readonly channel?: string | null
  /** For a sign-up: `needs_prepare`, `needs_attempt` or nothing. */
  readonly nextAction?: string | null
  /** For a sign-up: the strategies that can verify it. */
  readonly supportedStrategies?: readonly string[] | null
}

/** What identifies a user, by how far its proof has come. */
export interface IdentificationRecord {
  /** Empty where the server gives none. */
  readonly id: string
  /** `null` where the server does not tell one. */
  readonly verification: VerificationRecord | null
}

/** An email address of a user. */
export interface EmailAddressRecord extends IdentificationRecord {
  /** As the user gave it. */
  readonly emailAddress: string
  /** What else proved it, such as an external account. */
  readonly linkedTo?: readonly { readonly id: string; readonly type: string }[]
  /** Its domain is one of a company's provider. */
  readonly matchesSsoConnection?: boolean
}

/** A phone number of a user. */
export interface PhoneNumberRecord extends IdentificationRecord {
  /** E.164: `+12015550123`. */
  readonly phoneNumber: string
  /** It may be used as a second factor. */
  readonly reservedForSecondFactor?: boolean
  /** Codes for a second factor go to it where none is chosen. */
  readonly defaultSecondFactor?: boolean
}

/** An account at an OAuth provider. */
export interface ExternalAccountRecord extends IdentificationRecord {
  /** Such as `oauth_google`. */
  readonly provider?: string
  /** Of the user at the provider. */
  readonly providerUserId?: string
  /** What identifies the account to the API. */
  readonly identificationId?: string
  /** Separated by spaces. */
  readonly approvedScopes?: string
  /** As the provider tells it. */
  readonly emailAddress?: string
  /** As the provider tells it. */
  readonly firstName?: string | null
  /** As the provider tells it. */
  readonly lastName?: string | null
  /** As the provider tells it. */
  readonly imageUrl?: string
  /** As the provider tells it. */
  readonly username?: string | null
  /** As the provider tells it. */
  readonly phoneNumber?: string | null
  /** Another name of the account at the provider. */
  readonly label?: string | null
  /** What a backend keeps with the account. */
  readonly publicMetadata?: Json
}

/** A passkey of a user. */
export interface PasskeyRecord extends IdentificationRecord {
  /** As the user called it, or as the device did. */
  readonly name?: string | null
  /** Epoch ms; `null` while it never was. */
  readonly lastUsedAt?: number | null
  /** Epoch ms. */
  readonly createdAt?: number
  /** Epoch ms. */
  readonly updatedAt?: number
}

/** A wallet of a user. */
export interface Web3WalletRecord extends IdentificationRecord {
  /** Its address. */
  readonly web3Wallet?: string
}

/** An account at the identity provider of a company. */
export interface EnterpriseAccountRecord extends IdentificationRecord {
  /** The company's provider by its key. */
  readonly provider?: string
  /** What the server speaks with the provider. */
  readonly protocol?: Open<'saml' | 'oauth' | 'oidc'>
  /** Signing in with it is allowed. */
  readonly active?: boolean
  /** As the provider tells it. */
  readonly emailAddress?: string
  /** As the provider tells it. */
  readonly firstName?: string | null
  /** As the provider tells it. */
  readonly lastName?: string | null
  /** Of the user at the provider. */
  readonly providerUserId?: string | null
}

export interface OrganizationMembershipRecord {
  /** Of the membership, not of the organization. */
  readonly id: string
  /** `org:admin`, `org:member` or one of the instance's own. */
  readonly role: string
  /** What the role allows: `org:invoices:read`. */
  readonly permissions: readonly string[]
  readonly organization: {
    readonly id: string
    readonly name: string
    readonly slug: string | null
  }
}

/** A user, once for all sessions of it. */
export interface UserRecord {
  /** The same on every client. */
  readonly id: string
  /** `null` where it was not given. */
  readonly firstName: string | null
  /** `null` where it was not given. */
  readonly lastName: string | null
  /** Unique in the instance; `null` where it was not given. */
  readonly username: string | null
  /** A picture of the service when the user has none. */
  readonly imageUrl: string
  /** Whether `imageUrl` is a picture of the user's own. */
  readonly hasImage: boolean
  /** One of `emailAddresses`. */
  readonly primaryEmailAddressId: string | null
  /** One of `phoneNumbers`. */
  readonly primaryPhoneNumberId: string | null
  /** Verified or not. */
  readonly emailAddresses: readonly EmailAddressRecord[]
  /** Verified or not. */
  readonly phoneNumbers: readonly PhoneNumberRecord[]
  /** At providers; verified or not. */
  readonly externalAccounts: readonly ExternalAccountRecord[]
  /** Of all devices. */
  readonly passkeys: readonly PasskeyRecord[]
  /** Verified or not. */
  readonly web3Wallets: readonly Web3WalletRecord[]
  /** At a company's provider. */
  readonly enterpriseAccounts: readonly EnterpriseAccountRecord[]
  /** Those that came with the client. */
  readonly organizationMemberships: readonly OrganizationMembershipRecord[]
  /** There is a password. */
  readonly passwordEnabled: boolean
  /** A second factor is asked for at sign-in. */
  readonly twoFactorEnabled: boolean
  /** There is an authenticator app. */
  readonly totpEnabled: boolean
  /** There are backup codes. */
  readonly backupCodeEnabled: boolean
  /** The user's id in a backend of the application. */
  readonly externalId: string | null
  /** What a backend keeps with the user; read-only here. */
  readonly publicMetadata: UserPublicMetadata
  /** What the application keeps with the user, who may change it. */
  readonly unsafeMetadata: UserUnsafeMetadata
  /** One of `web3Wallets`. */
  readonly primaryWeb3WalletId?: string | null
  /** What the instance lets the user do; absent where the server does not say. */
  readonly createOrganizationEnabled?: boolean
  /** The instance lets users delete their account. */
  readonly deleteSelfEnabled?: boolean
  /** Epoch ms; `null` while they were not. */
  readonly legalAcceptedAt: number | null
  /** Epoch ms; `null` where the server does not tell it. */
  readonly lastSignInAt: number | null
  /** Epoch ms; `null` where the server does not tell it. */
  readonly createdAt: number | null
  /** Epoch ms; `null` where the server does not tell it. */
  readonly updatedAt: number | null
}

/** What may be shown of a user, also when the session is over. */
export interface PublicUserData {
  /** `null` where it was not given. */
  readonly firstName: string | null
  /** `null` where it was not given. */
  readonly lastName: string | null
  /** A picture of the service when the user has none. */
  readonly imageUrl: string
  /** Whether `imageUrl` is a picture of the user's own. */
  readonly hasImage: boolean
  /** What the user signed in with: an address, a number or a name. */
  readonly identifier: string
  /** Absent where the server does not tell it. */
  readonly userId?: string | null
  /** Absent where the server does not tell it. */
  readonly username?: string | null
}

/** Who is here, by ids. */
export interface IdentityRecord {
  /** Such as `sess_…`. */
  readonly sessionId: string
  /** Such as `user_…`. */
  readonly userId: string
  /** The organization that the session works in; `null` is the personal account. */
  readonly organizationId: string | null
  /** The user has tasks still to do, and counts as signed out until then. */
  readonly isPending: boolean
}

/** What a user has to do before a session is active. */
export interface SessionTask {
  /** What is to be done; `setActive` goes to the page of the first one. */
  readonly key: Open<'choose-organization' | 'reset-password' | 'setup-mfa'>
}

/** A session of this client; its tokens are not in here. */
export interface SessionRecord {
  /** What `setActive({ session })` takes. */
  readonly id: string
  /** `pending` is signed in with tasks left. */
  readonly status: SessionStatus
  /** In `users.byId`; `null` once the session is over. */
  readonly userId: string | null
  /** Epoch ms; when it ends, whatever the user does. */
  readonly expireAt: number
  /** Epoch ms; when it ends without activity. */
  readonly abandonAt: number
  /** 0 where the server does not say, and so the next two times. */
  readonly lastActiveAt: number
  /** `null` in the personal account. */
  readonly lastActiveOrganizationId: string | null
  /** Who acts in the user's place, as the application described it. */
  readonly actor: { readonly sub: string; readonly [key: string]: Json } | null
  /** What the user has to do before it is active; `null` for nothing. */
  readonly tasks: readonly SessionTask[] | null
  /**
   * Minutes since the first and the second factor were verified, in this order; -1 when that factor
   * is not enrolled.
   */
  readonly factorVerificationAge: readonly [number, number] | null
  /** `null` where the server does not tell it. */
  readonly publicUserData: PublicUserData | null
  /** Epoch ms. */
  readonly createdAt: number
  /** Epoch ms. */
  readonly updatedAt: number
}

/** One way to pass a factor: `strategy` and what that strategy needs. */
export interface FactorRecord {
  /** Tells factors apart. */
  readonly strategy: string
  /** The address or number with most of it hidden. */
  readonly safeIdentifier?: string
  /** What `prepareFirstFactor` takes. */
  readonly emailAddressId?: string
  /** What `prepareFirstFactor` takes. */
  readonly phoneNumberId?: string
  /** The wallet that signs. */
  readonly web3WalletId?: string
  /** The passkey that signs. */
  readonly passkeyId?: string
  /** Which connection of the company it is. */
  readonly enterpriseConnectionId?: string
  /** The user's primary one. */
  readonly primary?: boolean | null
  /** The number that codes are sent to where none is chosen. */
  readonly default?: boolean | null
  /** What carries the code. */
  readonly channel?: string | null
}

/** A sign-in in progress, or the one that made the session. */
export interface SignInRecord {
  /** Another one for each `create`. */
  readonly id: string
  /** What is next. */
  readonly status: SignInStatus
  /** As it was given; `null` while none was. */
  readonly identifier: string | null
  /** What may be given as identifier. */
  readonly supportedIdentifiers: readonly string[]
  /** `null` while there is no identifier. */
  readonly supportedFirstFactors: readonly FactorRecord[] | null
  /** `null` while the first factor is not verified. */
  readonly supportedSecondFactors: readonly FactorRecord[] | null
  /** `null` while nothing was prepared. */
  readonly firstFactorVerification: VerificationRecord | null
  /** `null` while nothing was prepared. */
  readonly secondFactorVerification: VerificationRecord | null
  /** What may be shown of the account before it is signed in. */
  readonly userData: {
    readonly firstName?: string | null
    readonly lastName?: string | null
    readonly imageUrl?: string
    readonly hasImage?: boolean
  } | null
  /** Set once `status` is `complete`. */
  readonly createdSessionId: string | null
  /** Whether the user has signed in on this client before, where the instance checks that. */
  readonly clientTrustState?: string | null
}

/** A sign-up in progress, or the one that made the session. */
export interface SignUpRecord {
  /** Another one for each `create`. */
  readonly id: string
  /** What is next. */
  readonly status: SignUpStatus
  /** In the API's spelling: `email_address`. */
  readonly requiredFields: readonly string[]
  /** In the API's spelling: `phone_number`. */
  readonly optionalFields: readonly string[]
  /** Required, and not given yet. */
  readonly missingFields: readonly string[]
  /** Given, and not verified yet. */
  readonly unverifiedFields: readonly string[]
  /** What is verified of the fields; `null` while nothing was prepared. */
  readonly verifications: {
    readonly emailAddress?: VerificationRecord | null
    readonly phoneNumber?: VerificationRecord | null
    readonly web3Wallet?: VerificationRecord | null
    readonly externalAccount?: VerificationRecord | null
  } | null
  /** As it was given; `null` while it was not. */
  readonly username: string | null
  /** As it was given; `null` while it was not. */
  readonly emailAddress: string | null
  /** E.164; `null` while it was not given. */
  readonly phoneNumber: string | null
  /** Its address; `null` while it was not given. */
  readonly web3Wallet: string | null
  /** As it was given; `null` while it was not. */
  readonly firstName: string | null
  /** As it was given; `null` while it was not. */
  readonly lastName: string | null
  /** A password was given; it is never told itself. */
  readonly hasPassword: boolean
  /** What the new user is given, readable and writable by the user. */
  readonly unsafeMetadata: Json
  /** Set once `status` is `complete`. */
  readonly createdSessionId: string | null
  /** Set once `status` is `complete`. */
  readonly createdUserId: string | null
  /** Epoch ms; when it cannot go on any more. */
  readonly abandonAt: number | null
  /** Epoch ms; `null` while they were not. */
  readonly legalAcceptedAt: number | null
  /** BCP 47: `en-US`; `null` while it was not given. */
  readonly locale: string | null
}
