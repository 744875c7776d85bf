import type { AccountApi, UpdatePasswordParams, UpdateUserParams } from '../modules/account.ts'
import type { User } from '../view/user-view.ts'
import type {
  EmailAddressResource,
  EnterpriseAccountResource,
  ExternalAccountResource,
  Identifications,
  PasskeyResource,
  PhoneNumberResource,
  Web3WalletResource,
} from './identifications.ts'
import type { OrganizationMembershipResource } from './organization.ts'

type Code = { code: string }

/** An authenticator app; its secret is told once. */
export interface TOTPResource {
  /** Of the authenticator app. */
  id: string
  /** base32; only in the answer that creates it. */
  secret?: string
  /** `otpauth://…` for a QR code; only in the answer that creates it. */
  uri?: string
  /** Whether a code of it was accepted. */
  verified: boolean
  /** Only where the answer creates them. */
  backupCodes?: string[]
}

/** A list that the server gives page by page. */
export type Paginated<Item> = { data: Item[]; total_count: number }

type Replaced = keyof Identifications | 'primaryEmailAddress' | 'primaryPhoneNumber'

/** A user under Clerk's names: it shows what is true now. */
export interface UserResource
  extends Omit<User, Replaced | 'organizationMemberships' | 'publicMetadata' | 'unsafeMetadata'> {
  /** Verified or not. */
  emailAddresses: EmailAddressResource[]
  /** Verified or not. */
  phoneNumbers: PhoneNumberResource[]
  /** Verified or not. */
  externalAccounts: ExternalAccountResource[]
  /** Those that the provider has confirmed. */
  verifiedExternalAccounts: ExternalAccountResource[]
  /** Those whose connection is not finished. */
  unverifiedExternalAccounts: ExternalAccountResource[]
  /** Of all devices. */
  passkeys: PasskeyResource[]
  /** Verified or not. */
  web3Wallets: Web3WalletResource[]
  /** At a company's provider. */
  enterpriseAccounts: EnterpriseAccountResource[]
  /** `null` when there is none. */
  primaryEmailAddress: EmailAddressResource | null
  /** `null` when there is none. */
  primaryPhoneNumber: PhoneNumberResource | null
  /** `null` when there is none. */
  primaryWeb3Wallet: Web3WalletResource | null
  /** Those that are verified. */
  verifiedWeb3Wallets: Web3WalletResource[]
  /** At least one is verified. */
  hasVerifiedEmailAddress: boolean
  /** At least one is verified. */
  hasVerifiedPhoneNumber: boolean
  /** Those that came with the client; `getOrganizationMemberships` reads all. */
  organizationMemberships: OrganizationMembershipResource[]
  /** What a backend keeps with the user; read-only here. */
  publicMetadata: Record<string, unknown>
  /** What the application keeps with the user, who may change it. */
  unsafeMetadata: Record<string, unknown>
  /** Changes what is given; what is left out stays. */
  update: (
    params: Omit<UpdateUserParams, 'unsafeMetadata'> & {
      unsafeMetadata?: Record<string, unknown> | undefined
    },
  ) => Promise<UserResource>
  /** Merges what is given into what is there, at every depth; `null` removes a name. */
  updateMetadata: (params: { unsafeMetadata: Record<string, unknown> }) => Promise<UserResource>
  /** Reads it again. */
  reload: (params?: object) => Promise<UserResource>
  /** Deletes the account; its sessions end. */
  delete: () => Promise<void>
  /** A picture, or one as base64 text; `null` removes it. */
  setProfileImage: (params: { file: Blob | File | string | null }) => Promise<{
    id?: string
    name?: string | null
    publicUrl?: string | null
  }>
  /** Sets or changes the password; reverification may be asked for. */
  updatePassword: (params: UpdatePasswordParams) => Promise<UserResource>
  /** Removes the password; the user needs another first factor. */
  removePassword: (params: { currentPassword: string }) => Promise<UserResource>
  /** Adds an address, which then has to be verified. */
  createEmailAddress: (params: { email: string }) => Promise<EmailAddressResource>
  /** Adds a number (E.164), which then has to be verified. */
  createPhoneNumber: (params: { phoneNumber: string }) => Promise<PhoneNumberResource>
  /** Adds a wallet, which has to be verified before it can be used. */
  createWeb3Wallet: (params: { web3Wallet: string }) => Promise<Web3WalletResource>
  /** Asks the device for a passkey and adds it. */
  createPasskey: () => Promise<PasskeyResource>
  /** Begins an authenticator app; `verifyTOTP` with its first code switches it on. */
  createTOTP: () => Promise<TOTPResource>
  /** Switches the authenticator app on with a code of it. */
  verifyTOTP: (params: Code) => Promise<TOTPResource>
  /** Removes the authenticator app. */
  disableTOTP: () => Promise<{ deleted: boolean }>
  /** Makes new backup codes, told only now; older ones are void. */
  createBackupCode: () => Promise<{ id: string; codes: string[] }>
  /** Begins to connect an account; go to its verification's `externalVerificationRedirectURL`. */
  createExternalAccount: (params: {
    strategy?: string | undefined
    /** In place of a strategy. */
    enterpriseConnectionId?: string | undefined
    redirectUrl?: string | undefined
    additionalScopes?: string[] | undefined
    oidcPrompt?: string | undefined
    oidcLoginHint?: string | undefined
  }) => Promise<ExternalAccountResource>
  /** Whether it is the user's primary address or number. */
  isPrimaryIdentification: (
    identification: EmailAddressResource | PhoneNumberResource | Web3WalletResource,
  ) => boolean
  /** On all devices, with what each did last; `revoke()` ends one. */
  getSessions: () => Promise<
    (Awaited<ReturnType<AccountApi['getSessions']>>[number] & { revoke: () => Promise<unknown> })[]
  >
  /** A page of the organizations that the user belongs to. */
  getOrganizationMemberships: (
    params?: PageOfUser,
  ) => Promise<Paginated<OrganizationMembershipResource>>
  /** A page of the invitations of the user; `accept()` accepts one. */
  getOrganizationInvitations: (
    params?: PageOfUser,
  ) => Promise<Paginated<Accepted<'getOrganizationInvitations'>>>
  /** A page of organizations to join; `accept()` asks to join one. */
  getOrganizationSuggestions: (
    params?: PageOfUser,
  ) => Promise<Paginated<Accepted<'getOrganizationSuggestions'>>>
  /** Ends the membership of the user. */
  leaveOrganization: (organizationId: string) => Promise<{ deleted: boolean }>
}

/** Which page of a list, and what of it. */
export interface PageOfUser {
  initialPage?: number | undefined
  pageSize?: number | undefined
  status?: string | undefined
}

type Listed<Name extends 'getOrganizationInvitations' | 'getOrganizationSuggestions'> = Awaited<
  ReturnType<AccountApi[Name]>
>['data'][number]
type Accepted<Name extends 'getOrganizationInvitations' | 'getOrganizationSuggestions'> =
  Listed<Name> & { accept: () => Promise<Listed<Name>> }
