import type { Json, Open, UserUnsafeMetadata } from '../../records.ts'

/** What may be changed of a user; what is left out stays. */
export interface UpdateUserParams {
  /** `null` removes it. */
  readonly firstName?: string | null | undefined
  /** `null` removes it. */
  readonly lastName?: string | null | undefined
  /** Unique in the instance; `null` removes it. */
  readonly username?: string | null | undefined
  /** One that is verified. */
  readonly primaryEmailAddressId?: string | null | undefined
  /** One that is verified. */
  readonly primaryPhoneNumberId?: string | null | undefined
  /** One that is verified. */
  readonly primaryWeb3WalletId?: string | null | undefined
  /** All of it: a name that is not there is removed at the server. */
  readonly unsafeMetadata?: UserUnsafeMetadata | undefined
}

/** What changes of the metadata. */
export interface UpdateMetadataParams {
  /** What changes: plain JSON, in which `null` removes a name. */
  readonly unsafeMetadata: { readonly [name: string]: Json | undefined }
}

/** The picture of a user. */
export interface SetProfileImageParams {
  /** A picture, or one as base64 text; `null` removes it. */
  readonly file: Blob | string | null
}

/** What sets or changes a password. */
export interface UpdatePasswordParams {
  /** Left out by a user who has none yet. */
  readonly currentPassword?: string | undefined
  /** Checked against the policy of the instance by the server. */
  readonly newPassword: string
  /** Ends the sessions of the user on other devices. */
  readonly signOutOfOtherSessions?: boolean | undefined
}

/** How an address is verified. */
export interface PrepareEmailAddressParams {
  /** A code, a link, or the company's provider. */
  readonly strategy: Open<'email_code' | 'email_link' | 'enterprise_sso'>
  /** The page that a link leads to. */
  readonly redirectUrl?: string | undefined
  /** Absolute address to go to once it is verified. */
  readonly actionCompleteRedirectUrl?: string | undefined
}

/** What a number is used for; what is left out stays. */
export interface UpdatePhoneNumberParams {
  /** Whether it may be a second factor. */
  readonly reservedForSecondFactor?: boolean | undefined
  /** Codes for a second factor go to it where none is chosen. */
  readonly defaultSecondFactor?: boolean | undefined
}

/** What a provider is asked for once more. */
export interface ReauthorizeExternalAccountParams {
  /** The page that the provider leads back to; absolute. */
  readonly redirectUrl: string
  /** Absolute address to go to once it is done. */
  readonly actionCompleteRedirectUrl?: string | undefined
  /** What else the provider is asked to allow, in its own words. */
  readonly additionalScopes?: readonly string[] | undefined
  /** OpenID Connect's `prompt`, handed on to the provider. */
  readonly oidcPrompt?: string | undefined
  /** OpenID Connect's `login_hint`, handed on to the provider. */
  readonly oidcLoginHint?: string | undefined
}

/** Which account is connected, and how. */
export interface CreateExternalAccountParams
  extends Omit<ReauthorizeExternalAccountParams, 'redirectUrl'> {
  /** `oauth_<provider>`; `oauth_token_<provider>` with a `token` or `code`. */
  readonly strategy?: string | undefined
  /** The page that the provider leads back to; absolute. */
  readonly redirectUrl?: string | undefined
  /** In place of a strategy. */
  readonly enterpriseConnectionId?: string | undefined
  /** What the provider gave, where no page is left for it. */
  readonly token?: string | undefined
  /** The authorization code of the provider, where no page is left for it. */
  readonly code?: string | undefined
}

/** Which part of a list is read. */
export interface PageParams {
  /** From 1, which is also the default. */
  readonly page?: number | undefined
  /** Entries of a page, 10 when not set. */
  readonly pageSize?: number | undefined
}

/** Which part of a list is read, and which entries. */
export interface StatusPageParams extends PageParams {
  /** Left out, all. */
  readonly status?: Open<'pending' | 'accepted' | 'revoked' | 'completed'> | undefined
}

/** What a new organization is called. */
export interface CreateOrganizationParams {
  /** As its members see it. */
  readonly name: string
  /** Unique in the instance; made from the name when left out. */
  readonly slug?: string | undefined
}

/** Which factors have to be verified again. */
export type VerificationLevel = Open<'first_factor' | 'second_factor' | 'multi_factor'>

/** What is prepared: the strategy of a factor, and what that factor has. */
export interface PrepareVerificationFactorParams {
  /** What is prepared; a password and an authenticator app need nothing. */
  readonly strategy: Open<'email_code' | 'phone_code' | 'passkey' | 'enterprise_sso'>
  /** For `email_code`: from the factor. */
  readonly emailAddressId?: string | undefined
  /** For `phone_code`: from the factor. */
  readonly phoneNumberId?: string | undefined
  /** For `enterprise_sso`: the page that the provider leads back to; absolute. */
  readonly redirectUrl?: string | undefined
  /** For `enterprise_sso`: chooses one of several connections. */
  readonly enterpriseConnectionId?: string | undefined
}

/** What verifies the first factor again. */
export interface AttemptFirstFactorVerificationParams {
  /** Which of its members is read. */
  readonly strategy: Open<'password' | 'email_code' | 'phone_code' | 'passkey'>
  /** For `email_code` and `phone_code`. */
  readonly code?: string | undefined
  /** For `password`. */
  readonly password?: string | undefined
  /** A credential as JSON text. */
  readonly publicKeyCredential?: string | undefined
}

/** What verifies the second factor again. */
export interface AttemptSecondFactorVerificationParams {
  /** Which of the second factors the code is of. */
  readonly strategy: Open<'phone_code' | 'totp' | 'backup_code'>
  /** As it was sent, as the authenticator app shows it, or a backup code. */
  readonly code: string
}
