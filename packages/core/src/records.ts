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
  readonly [name: string]: unknown
}

/** What an application keeps with a user, who may change it; typed as the public one is. */
export interface UserUnsafeMetadata {
  readonly [name: string]: unknown
}

/** A value of a known set, open to what a newer server may send. */
export type Open<Known extends string> = Known | (string & {})

export type SessionStatus = Open<
  'active' | 'pending' | 'revoked' | 'ended' | 'expired' | 'removed' | 'abandoned' | 'replaced'
>
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
export type SignUpStatus = Open<'missing_requirements' | 'complete' | 'abandoned'>
export type VerificationStatus = Open<
  'unverified' | 'verified' | 'transferable' | 'failed' | 'expired'
>
export type LastAuthenticationStrategy = Open<
  'email_address' | 'username' | 'email_code' | 'email_link' | 'phone_code' | 'password'
>

/** One entry of an error answer. */
export interface ErrorItem {
  readonly code: string
  readonly message: string
  readonly longMessage?: string
  readonly meta?: {
    readonly paramName?: string
    readonly sessionId?: string
    readonly [key: string]: Json | undefined
  }
}

/** A `ClienteleError` as data, the way slices hold it. */
export interface ErrorRecord {
  readonly code: string
  readonly message: string
  readonly status?: number
  readonly errors: readonly ErrorItem[]
  readonly retryAfter?: number
  readonly traceId?: string
}

export interface VerificationRecord {
  readonly status: VerificationStatus | null
  readonly strategy: string | null
  readonly attempts: number | null
  readonly expireAt: number | null
  readonly nonce: string | null
  readonly message: string | null
  readonly externalVerificationRedirectUrl: string | null
  readonly verifiedAtClient: string | null
  readonly error: ErrorItem | null
  readonly channel?: string | null
  readonly nextAction?: string | null
  readonly supportedStrategies?: readonly string[] | null
}

/** What identifies a user, by how far its proof has come. */
export interface IdentificationRecord {
  /** Empty where the server gives none. */
  readonly id: string
  readonly verification: VerificationRecord | null
}

export interface EmailAddressRecord extends IdentificationRecord {
  readonly emailAddress: string
  /** What else proved it, such as an external account. */
  readonly linkedTo?: readonly { readonly id: string; readonly type: string }[]
  readonly matchesSsoConnection?: boolean
}

export interface PhoneNumberRecord extends IdentificationRecord {
  readonly phoneNumber: string
  readonly reservedForSecondFactor?: boolean
  readonly defaultSecondFactor?: boolean
}

/** An account at an OAuth provider. */
export interface ExternalAccountRecord extends IdentificationRecord {
  /** Such as `oauth_google`. */
  readonly provider?: string
  readonly providerUserId?: string
  readonly identificationId?: string
  /** Separated by spaces. */
  readonly approvedScopes?: string
  readonly emailAddress?: string
  readonly firstName?: string | null
  readonly lastName?: string | null
  readonly imageUrl?: string
  readonly username?: string | null
  readonly phoneNumber?: string | null
  readonly label?: string | null
  readonly publicMetadata?: Json
}

export interface PasskeyRecord extends IdentificationRecord {
  readonly name?: string | null
  readonly lastUsedAt?: number | null
  readonly createdAt?: number
  readonly updatedAt?: number
}

export interface Web3WalletRecord extends IdentificationRecord {
  /** Its address. */
  readonly web3Wallet?: string
}

/** An account at the identity provider of a company. */
export interface EnterpriseAccountRecord extends IdentificationRecord {
  readonly provider?: string
  readonly protocol?: Open<'saml' | 'oauth' | 'oidc'>
  readonly active?: boolean
  readonly emailAddress?: string
  readonly firstName?: string | null
  readonly lastName?: string | null
  readonly providerUserId?: string | null
}

export interface OrganizationMembershipRecord {
  readonly id: string
  readonly role: string
  readonly permissions: readonly string[]
  readonly organization: {
    readonly id: string
    readonly name: string
    readonly slug: string | null
  }
}

export interface UserRecord {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly username: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
  readonly primaryEmailAddressId: string | null
  readonly primaryPhoneNumberId: string | null
  readonly emailAddresses: readonly EmailAddressRecord[]
  readonly phoneNumbers: readonly PhoneNumberRecord[]
  readonly externalAccounts: readonly ExternalAccountRecord[]
  readonly passkeys: readonly PasskeyRecord[]
  readonly web3Wallets: readonly Web3WalletRecord[]
  readonly enterpriseAccounts: readonly EnterpriseAccountRecord[]
  readonly organizationMemberships: readonly OrganizationMembershipRecord[]
  readonly passwordEnabled: boolean
  readonly twoFactorEnabled: boolean
  readonly totpEnabled: boolean
  readonly backupCodeEnabled: boolean
  readonly externalId: string | null
  readonly publicMetadata: UserPublicMetadata
  readonly unsafeMetadata: UserUnsafeMetadata
  readonly primaryWeb3WalletId?: string | null
  /** What the instance lets the user do; absent where the server does not say. */
  readonly createOrganizationEnabled?: boolean
  readonly deleteSelfEnabled?: boolean
  readonly legalAcceptedAt: number | null
  readonly lastSignInAt: number | null
  readonly createdAt: number | null
  readonly updatedAt: number | null
}

export interface PublicUserData {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
  readonly identifier: string
  readonly userId?: string | null
  readonly username?: string | null
}

/** Who is here, by ids. */
export interface IdentityRecord {
  readonly sessionId: string
  readonly userId: string
  /** The organization that the session works in; `null` is the personal account. */
  readonly organizationId: string | null
  /** The user has tasks still to do, and counts as signed out until then. */
  readonly isPending: boolean
}

export interface SessionTask {
  readonly key: Open<'choose-organization' | 'reset-password' | 'setup-mfa'>
}

export interface SessionRecord {
  readonly id: string
  readonly status: SessionStatus
  readonly userId: string | null
  readonly expireAt: number
  readonly abandonAt: number
  /** 0 where the server does not say, and so the next two times. */
  readonly lastActiveAt: number
  readonly lastActiveOrganizationId: string | null
  /** Who acts in the user's place, as the application described it. */
  readonly actor: { readonly sub: string; readonly [key: string]: Json } | null
  readonly tasks: readonly SessionTask[] | null
  /**
   * Minutes since the first and the second factor were verified, in this order; -1 when that factor
   * is not enrolled.
   */
  readonly factorVerificationAge: readonly [number, number] | null
  readonly publicUserData: PublicUserData | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** One way to pass a factor: `strategy` and what that strategy needs. */
export interface FactorRecord {
  readonly strategy: string
  readonly safeIdentifier?: string
  readonly emailAddressId?: string
  readonly phoneNumberId?: string
  readonly web3WalletId?: string
  readonly passkeyId?: string
  readonly enterpriseConnectionId?: string
  readonly primary?: boolean | null
  readonly default?: boolean | null
  readonly channel?: string | null
}

export interface SignInRecord {
  readonly id: string
  readonly status: SignInStatus
  readonly identifier: string | null
  readonly supportedIdentifiers: readonly string[]
  readonly supportedFirstFactors: readonly FactorRecord[] | null
  readonly supportedSecondFactors: readonly FactorRecord[] | null
  readonly firstFactorVerification: VerificationRecord | null
  readonly secondFactorVerification: VerificationRecord | null
  readonly userData: {
    readonly firstName?: string | null
    readonly lastName?: string | null
    readonly imageUrl?: string
    readonly hasImage?: boolean
  } | null
  readonly createdSessionId: string | null
  readonly clientTrustState?: string | null
}

export interface SignUpRecord {
  readonly id: string
  readonly status: SignUpStatus
  readonly requiredFields: readonly string[]
  readonly optionalFields: readonly string[]
  readonly missingFields: readonly string[]
  readonly unverifiedFields: readonly string[]
  readonly verifications: {
    readonly emailAddress?: VerificationRecord | null
    readonly phoneNumber?: VerificationRecord | null
    readonly web3Wallet?: VerificationRecord | null
    readonly externalAccount?: VerificationRecord | null
  } | null
  readonly username: string | null
  readonly emailAddress: string | null
  readonly phoneNumber: string | null
  readonly web3Wallet: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly hasPassword: boolean
  readonly unsafeMetadata: Json
  readonly createdSessionId: string | null
  readonly createdUserId: string | null
  readonly abandonAt: number | null
  readonly legalAcceptedAt: number | null
  readonly locale: string | null
}
