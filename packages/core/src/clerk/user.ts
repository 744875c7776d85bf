import { toAbsolute } from '../http/url.ts'
import {
  type AccountApi,
  createAccount,
  type UpdateMetadataParams,
  type UpdatePasswordParams,
  type UpdateUserParams,
} from '../modules/account.ts'
import type { Session } from '../view/session-view.ts'
import type { User } from '../view/user-view.ts'
import {
  createIdentifications,
  type EmailAddressResource,
  type EnterpriseAccountResource,
  type ExternalAccountResource,
  type Identifications,
  type PasskeyResource,
  type PhoneNumberResource,
  type Web3WalletResource,
} from './identifications.ts'
import { live, once } from './live.ts'
import { type OrganizationMembershipResource, toMembership } from './organization.ts'
import type { ShownStore } from './shown-store.ts'

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
    strategy: string
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
  getOrganizationMemberships: (params?: Page) => Promise<Paginated<OrganizationMembershipResource>>
  /** A page of the invitations of the user; `accept()` accepts one. */
  getOrganizationInvitations: (
    params?: Page,
  ) => Promise<Paginated<Accepted<'getOrganizationInvitations'>>>
  /** A page of organizations to join; `accept()` asks to join one. */
  getOrganizationSuggestions: (
    params?: Page,
  ) => Promise<Paginated<Accepted<'getOrganizationSuggestions'>>>
  /** Ends the membership of the user. */
  leaveOrganization: (organizationId: string) => Promise<{ deleted: boolean }>
}

interface Page {
  initialPage?: number | undefined
  pageSize?: number | undefined
  status?: string | undefined
}

type Listed<Name extends 'getOrganizationInvitations' | 'getOrganizationSuggestions'> = Awaited<
  ReturnType<AccountApi[Name]>
>['data'][number]
type Accepted<Name extends 'getOrganizationInvitations' | 'getOrganizationSuggestions'> =
  Listed<Name> & { accept: () => Promise<Listed<Name>> }

const toPage = ({ initialPage, pageSize, status }: Page = {}) => ({
  page: initialPage,
  pageSize,
  status,
})

/** A page of what may be accepted. */
const toList = async <Item>(
  page: Promise<{ readonly data: readonly Item[]; readonly totalCount: number }>,
  accept: (item: Item) => Promise<Item>,
) => {
  const { data, totalCount } = await page
  const list = data.map(item => ({ ...item, accept: () => accept(item) }))
  return { data: list, total_count: totalCount }
}

/** What is told once may be absent where Clerk's types say so, and never `null`. */
const toTotp = (totp: Awaited<ReturnType<AccountApi['createTotp']>>): TOTPResource => ({
  id: totp.id,
  verified: totp.verified,
  ...(totp.secret && { secret: totp.secret }),
  ...(totp.uri && { uri: totp.uri }),
  ...(totp.backupCodes && { backupCodes: [...totp.backupCodes] }),
})

const isVerified = ({ verification }: { readonly verification: { status: unknown } | null }) =>
  verification?.status === 'verified'

/** The fields of a user, with a resource for each thing that identifies them. */
const toFields = (user: User, made: Identifications) => {
  const emailAddresses = user.emailAddresses.map(made.emailAddresses)
  const phoneNumbers = user.phoneNumbers.map(made.phoneNumbers)
  const externalAccounts = user.externalAccounts.map(made.externalAccounts)
  const web3Wallets = user.web3Wallets.map(made.web3Wallets)
  const find = <Item extends { readonly id: string }>(items: readonly Item[], id?: string | null) =>
    items.find(item => item.id === id) ?? null
  return {
    ...user,
    emailAddresses,
    phoneNumbers,
    externalAccounts,
    passkeys: user.passkeys.map(made.passkeys),
    web3Wallets,
    enterpriseAccounts: user.enterpriseAccounts.map(made.enterpriseAccounts),
    verifiedExternalAccounts: externalAccounts.filter(isVerified),
    unverifiedExternalAccounts: externalAccounts.filter(account => !isVerified(account)),
    primaryEmailAddress: find(emailAddresses, user.primaryEmailAddressId),
    primaryPhoneNumber: find(phoneNumbers, user.primaryPhoneNumberId),
    primaryWeb3Wallet: find(web3Wallets, user.primaryWeb3WalletId),
    verifiedWeb3Wallets: web3Wallets.filter(isVerified),
    hasVerifiedEmailAddress: emailAddresses.some(isVerified),
    hasVerifiedPhoneNumber: phoneNumbers.some(isVerified),
    organizationMemberships: user.organizationMemberships.map(toMembership),
  }
}

/** Users of the sessions under Clerk's names: a new object for each change of one. */
export const createUsers = ({
  clientele,
  kernel,
}: ShownStore): ((session: Session) => UserResource | null) => {
  const sessionOf = (userId: string) =>
    clientele.client?.signedInSessions.find(({ user }) => user.id === userId)

  const toUser = once((first: User): UserResource => {
    let shown = first
    const now = () => {
      shown = sessionOf(first.id)?.user ?? shown
      return shown
    }
    const account = () => createAccount(kernel, { sessionId: sessionOf(first.id)?.id })
    const then = async (answer: Promise<User>) => {
      shown = await answer
      return user
    }
    const made = createIdentifications(kernel, account, (list, id) =>
      now()[list].find(each => each.id === id),
    )
    const show = once((view: User) => toFields(view, made))
    const user: UserResource = live(() => show(now()), {
      // as: what does not fit into JSON is refused where it is sent
      update: params => then(account().update(params as UpdateUserParams)),
      // as: likewise
      updateMetadata: params => then(account().updateMetadata(params as UpdateMetadataParams)),
      reload: () => then(account().reload()),
      delete: () =>
        account()
          .delete()
          .then(() => {}),
      setProfileImage: params => account().setProfileImage(params),
      updatePassword: params => then(account().updatePassword(params)),
      removePassword: params => then(account().removePassword(params)),
      createEmailAddress: async params =>
        made.emailAddresses(await account().createEmailAddress(params)),
      createPhoneNumber: async params =>
        made.phoneNumbers(await account().createPhoneNumber(params)),
      createWeb3Wallet: async params => made.web3Wallets(await account().createWeb3Wallet(params)),
      createPasskey: async () => made.passkeys(await account().createPasskey()),
      createTOTP: async () => toTotp(await account().createTotp()),
      verifyTOTP: async params => toTotp(await account().verifyTotp(params)),
      disableTOTP: () => account().disableTotp(),
      createBackupCode: async () => {
        const made = await account().createBackupCodes()
        return { ...made, codes: [...made.codes] }
      },
      createExternalAccount: async ({ redirectUrl, ...params }) =>
        made.externalAccounts(
          await account().createExternalAccount({
            ...params,
            redirectUrl: redirectUrl === undefined ? undefined : toAbsolute(redirectUrl),
          }),
        ),
      isPrimaryIdentification: ({ id }) => {
        const { primaryEmailAddressId, primaryPhoneNumberId, primaryWeb3WalletId } = now()
        return [primaryEmailAddressId, primaryPhoneNumberId, primaryWeb3WalletId].includes(id)
      },
      getSessions: async () => {
        const sessions = await account().getSessions()
        return sessions.map(session => ({
          ...session,
          revoke: () => account().revokeSession(session.id),
        }))
      },
      getOrganizationMemberships: async page => {
        const { data, totalCount } = await account().getOrganizationMemberships(toPage(page))
        return { data: data.map(each => toMembership(each)), total_count: totalCount }
      },
      getOrganizationInvitations: page =>
        toList(account().getOrganizationInvitations(toPage(page)), ({ id }) =>
          account().acceptInvitation(id),
        ),
      getOrganizationSuggestions: page =>
        toList(account().getOrganizationSuggestions(toPage(page)), ({ id }) =>
          account().acceptSuggestion(id),
        ),
      leaveOrganization: organizationId => account().leaveOrganization(organizationId),
    })
    return user
  })
  return ({ user }) => user && toUser(user)
}
