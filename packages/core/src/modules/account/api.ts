import type {
  EmailAddress,
  ExternalAccount,
  Passkey,
  PhoneNumber,
  User,
  Web3Wallet,
} from '../../view/user-view.ts'
import type * as Given from './params.ts'
import type * as Told from './resources.ts'
import type { WithReverification } from './with-reverification.ts'

/** The user: its data, its password, its e-mail addresses and phone numbers. */
export interface ProfileApi {
  /** Reads the user again. */
  reload(): Promise<User>
  /** Changes what is named; metadata is replaced as a whole. */
  update(params: Given.UpdateUserParams): Promise<User>
  /** Merges `unsafeMetadata` into what is there, at every depth; `null` removes a name. */
  updateMetadata(params: Given.UpdateMetadataParams): Promise<User>
  /** Deletes the user and with it its sessions. Only where the instance allows it. */
  delete(): Promise<Told.DeletedObject>
  /** Sets the picture, or removes it with `null`. */
  setProfileImage(params: Given.SetProfileImageParams): Promise<Told.ProfileImage>
  /** Resolves to the changed user. Reverification may be asked for. */
  updatePassword(params: Given.UpdatePasswordParams): Promise<User>
  /** Resolves to the changed user, who needs another first factor then. */
  removePassword(params: { readonly currentPassword: string }): Promise<User>
  /** Adds an address, which has to be verified before it can be used. */
  createEmailAddress(params: { readonly email: string }): Promise<EmailAddress>
  /** Sends a code or a link. */
  prepareEmailAddressVerification(
    id: string,
    params: Given.PrepareEmailAddressParams,
  ): Promise<EmailAddress>
  /** Verifies an address with the code that was sent. */
  attemptEmailAddressVerification(
    id: string,
    params: { readonly code: string },
  ): Promise<EmailAddress>
  /** Removes an address from the user. */
  deleteEmailAddress(id: string): Promise<Told.DeletedObject>
  /** Adds a number, which has to be verified before it can be used. */
  createPhoneNumber(params: {
    readonly phoneNumber: string
    readonly reservedForSecondFactor?: boolean | undefined
  }): Promise<PhoneNumber>
  /** Sends a code. */
  preparePhoneNumberVerification(id: string): Promise<PhoneNumber>
  /** The answer tells backup codes where this is the first second factor. */
  attemptPhoneNumberVerification(
    id: string,
    params: { readonly code: string },
  ): Promise<PhoneNumberAnswer>
  /** Says what a number is used for. */
  updatePhoneNumber(id: string, params: Given.UpdatePhoneNumberParams): Promise<PhoneNumberAnswer>
  /** Removes a number from the user. */
  deletePhoneNumber(id: string): Promise<Told.DeletedObject>
}

/** A phone number, and codes that are told with it once. */
export type PhoneNumberAnswer = PhoneNumber & { readonly backupCodes?: readonly string[] | null }

/** What the user proves its identity with besides. */
export interface FactorsApi {
  /** A new authenticator app; its secret is in the result only. */
  createTotp(): Promise<Told.Totp>
  /** Switches the authenticator app on with a code of it. */
  verifyTotp(params: { readonly code: string }): Promise<Told.Totp>
  /** Removes the authenticator app. */
  disableTotp(): Promise<Told.DeletedObject>
  /** New codes; the old ones are void. */
  createBackupCodes(): Promise<Told.BackupCodes>
  /**
   * Has the browser make a passkey, and verifies it.
   *
   * @throws ClienteleError `passkey_not_supported` without WebAuthn, `passkey_registration_failed`
   * when none was made.
   */
  createPasskey(): Promise<Passkey>
  /** Changes its name. */
  updatePasskey(id: string, params: { readonly name: string }): Promise<Passkey>
  /** Removes a passkey from the user; the device still has it. */
  deletePasskey(id: string): Promise<Told.DeletedObject>
  /** Adds a wallet, which has to be verified before it can be used. */
  createWeb3Wallet(params: { readonly web3Wallet: string }): Promise<Web3Wallet>
  /** Has the text made that the wallet signs: `verification.nonce` of the result. */
  prepareWeb3WalletVerification(
    id: string,
    params: { readonly strategy: string; readonly redirectUrl?: string | undefined },
  ): Promise<Web3Wallet>
  /** Sends what the wallet has signed. */
  attemptWeb3WalletVerification(
    id: string,
    params: { readonly signature: string },
  ): Promise<Web3Wallet>
  /** Removes the wallet from the user. */
  deleteWeb3Wallet(id: string): Promise<Told.DeletedObject>
  /** Go on at `verification.externalVerificationRedirectURL` of the result. */
  createExternalAccount(params: Given.CreateExternalAccountParams): Promise<ExternalAccount>
  /** Likewise, for more scopes or a grant that ended. */
  reauthorizeExternalAccount(
    id: string,
    params: Given.ReauthorizeExternalAccountParams,
  ): Promise<ExternalAccount>
  /** Disconnects an account from the user. */
  deleteExternalAccount(id: string): Promise<Told.DeletedObject>
}

/** Sessions on other devices, and organizations. */
export interface BelongingsApi {
  /** The sessions that are signed in, on all devices. */
  getSessions(): Promise<readonly Told.SessionWithActivities[]>
  /** Signs a session out, on whatever device it is. */
  revokeSession(id: string): Promise<Told.SessionData>
  /** A page of the organizations that the user belongs to. */
  getOrganizationMemberships(
    params?: Given.PageParams,
  ): Promise<Told.Page<Told.OrganizationMembership>>
  /** A page of the invitations of the user. */
  getOrganizationInvitations(
    params?: Given.StatusPageParams,
  ): Promise<Told.Page<Told.OrganizationInvitation>>
  /** A page of organizations that the user may ask to join. */
  getOrganizationSuggestions(
    params?: Given.StatusPageParams,
  ): Promise<Told.Page<Told.OrganizationSuggestion>>
  /** Makes the user a member. Takes the id of the invitation. */
  acceptInvitation(id: string): Promise<Told.OrganizationInvitation>
  /** Asks to join. Takes the id of the suggestion. */
  acceptSuggestion(id: string): Promise<Told.OrganizationSuggestion>
  /** Ends the membership of the user. */
  leaveOrganization(organizationId: string): Promise<Told.DeletedObject>
  /** Creates an organization with the user as its administrator. */
  createOrganization(params: Given.CreateOrganizationParams): Promise<Told.Organization>
}

/** Proving once more who one is. */
export interface ReverificationApi {
  /** A level that the user has no factor for falls back to `first_factor` at the server. */
  startVerification(params: {
    readonly level: Given.VerificationLevel
  }): Promise<Told.SessionVerification>
  /** Sends a code, or makes what a passkey signs. */
  prepareFirstFactorVerification(
    params: Given.PrepareVerificationFactorParams,
  ): Promise<Told.SessionVerification>
  /** Verifies the first factor; `status` says what is next. */
  attemptFirstFactorVerification(
    params: Given.AttemptFirstFactorVerificationParams,
  ): Promise<Told.SessionVerification>
  /** Sends a code for the second factor. */
  prepareSecondFactorVerification(
    params: Given.PrepareVerificationFactorParams,
  ): Promise<Told.SessionVerification>
  /** Verifies the second factor; `status` says what is next. */
  attemptSecondFactorVerification(
    params: Given.AttemptSecondFactorVerificationParams,
  ): Promise<Told.SessionVerification>
  /** Runs an action; when the server asks for it, verifies the user and runs it again. */
  readonly withReverification: WithReverification
}

/**
 * What a user can change of its own account. Each method resolves to data as it is after it, when
 * the store has it too.
 *
 * Each throws a ClienteleError: `signed_out` when nobody is signed in (or not in that session),
 * why the client is not known, or as the API refuses; and a TypeError that names a parameter that
 * is missing or cannot be sent.
 */
export interface AccountApi extends ProfileApi, FactorsApi, BelongingsApi, ReverificationApi {}
