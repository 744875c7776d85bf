import type { Json, Open, UserUnsafeMetadata } from '../../records.ts'

/** What may be changed of a user; what is left out stays. */
export interface UpdateUserParams {
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  readonly username?: string | null | undefined
  readonly primaryEmailAddressId?: string | null | undefined
  readonly primaryPhoneNumberId?: string | null | undefined
  readonly primaryWeb3WalletId?: string | null | undefined
  /** All of it: a name that is not there is removed at the server. */
  readonly unsafeMetadata?: UserUnsafeMetadata | undefined
}

export interface UpdateMetadataParams {
  /** What changes: plain JSON, in which `null` removes a name. */
  readonly unsafeMetadata: { readonly [name: string]: Json | undefined }
}

export interface SetProfileImageParams {
  /** A picture, or one as base64 text; `null` removes it. */
  readonly file: Blob | string | null
}

export interface UpdatePasswordParams {
  /** Left out by a user who has none yet. */
  readonly currentPassword?: string | undefined
  readonly newPassword: string
  readonly signOutOfOtherSessions?: boolean | undefined
}

export interface PrepareEmailAddressParams {
  readonly strategy: Open<'email_code' | 'email_link' | 'enterprise_sso'>
  /** The page that a link leads to. */
  readonly redirectUrl?: string | undefined
  readonly actionCompleteRedirectUrl?: string | undefined
}

export interface UpdatePhoneNumberParams {
  readonly reservedForSecondFactor?: boolean | undefined
  readonly defaultSecondFactor?: boolean | undefined
}

export interface ReauthorizeExternalAccountParams {
  /** The page that the provider leads back to; absolute. */
  readonly redirectUrl: string
  readonly actionCompleteRedirectUrl?: string | undefined
  readonly additionalScopes?: readonly string[] | undefined
  readonly oidcPrompt?: string | undefined
  readonly oidcLoginHint?: string | undefined
}

export interface CreateExternalAccountParams
  extends Omit<ReauthorizeExternalAccountParams, 'redirectUrl'> {
  /** `oauth_<provider>`; `oauth_token_<provider>` with a `token` or `code`. */
  readonly strategy?: string | undefined
  readonly redirectUrl?: string | undefined
  /** In place of a strategy. */
  readonly enterpriseConnectionId?: string | undefined
  readonly token?: string | undefined
  readonly code?: string | undefined
}

export interface PageParams {
  /** From 1, which is also the default. */
  readonly page?: number | undefined
  /** Entries of a page, 10 when not set. */
  readonly pageSize?: number | undefined
}

export interface StatusPageParams extends PageParams {
  readonly status?: Open<'pending' | 'accepted' | 'revoked' | 'completed'> | undefined
}

export interface CreateOrganizationParams {
  readonly name: string
  readonly slug?: string | undefined
}

export type VerificationLevel = Open<'first_factor' | 'second_factor' | 'multi_factor'>

/** What is prepared: the strategy of a factor, and what that factor has. */
export interface PrepareVerificationFactorParams {
  readonly strategy: Open<'email_code' | 'phone_code' | 'passkey' | 'enterprise_sso'>
  readonly emailAddressId?: string | undefined
  readonly phoneNumberId?: string | undefined
  readonly redirectUrl?: string | undefined
  readonly enterpriseConnectionId?: string | undefined
}

export interface AttemptFirstFactorVerificationParams {
  readonly strategy: Open<'password' | 'email_code' | 'phone_code' | 'passkey'>
  readonly code?: string | undefined
  readonly password?: string | undefined
  /** A credential as JSON text. */
  readonly publicKeyCredential?: string | undefined
}

export interface AttemptSecondFactorVerificationParams {
  readonly strategy: Open<'phone_code' | 'totp' | 'backup_code'>
  readonly code: string
}
