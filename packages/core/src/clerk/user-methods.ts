import { toAbsolute } from '../http/url.ts'
import type {
  AccountApi,
  StatusPageParams,
  UpdateMetadataParams,
  UpdateUserParams,
} from '../modules/account.ts'
import type { User } from '../view/user-view.ts'
import type { Identifications } from './identifications.ts'
import type { Following } from './live.ts'
import { toMembership } from './organization.ts'
import type { PageOfUser, Paginated, TOTPResource, UserResource } from './user-resource.ts'

/** What is told once may be absent where Clerk's types say so, and never `null`. */
const toTotp = (totp: Awaited<ReturnType<AccountApi['createTotp']>>): TOTPResource => ({
  id: totp.id,
  verified: totp.verified,
  ...(totp.secret && { secret: totp.secret }),
  ...(totp.uri && { uri: totp.uri }),
  ...(totp.backupCodes && { backupCodes: [...totp.backupCodes] }),
})

/** Of the user, as long as there is a session of it. */
type Account = () => AccountApi

/** What changes the user itself. */
export const profileMethods = (account: Account, { then }: Following<User, UserResource>) =>
  ({
    // as: what does not fit into JSON is refused where it is sent
    update: params => then(account().update(params as UpdateUserParams)),
    // as: likewise
    updateMetadata: params => then(account().updateMetadata(params as UpdateMetadataParams)),
    updatePassword: params => then(account().updatePassword(params)),
    removePassword: params => then(account().removePassword(params)),
    reload: () => then(account().reload()),
    delete: async () => void (await account().delete()),
    setProfileImage: params => account().setProfileImage(params),
  }) satisfies Partial<UserResource>

/** What adds to the things that the user proves its identity with, or takes them away. */
export const factorMethods = (account: Account, made: Identifications) =>
  ({
    createEmailAddress: params => account().createEmailAddress(params).then(made.emailAddresses),
    createPhoneNumber: params => account().createPhoneNumber(params).then(made.phoneNumbers),
    createWeb3Wallet: params => account().createWeb3Wallet(params).then(made.web3Wallets),
    createPasskey: () => account().createPasskey().then(made.passkeys),
    createExternalAccount: async ({ redirectUrl, ...params }) =>
      made.externalAccounts(
        await account().createExternalAccount({
          ...params,
          redirectUrl: redirectUrl === undefined ? undefined : toAbsolute(redirectUrl),
        }),
      ),
    createTOTP: () => account().createTotp().then(toTotp),
    verifyTOTP: params => account().verifyTotp(params).then(toTotp),
    disableTOTP: () => account().disableTotp(),
    createBackupCode: async () => {
      const { codes, ...made } = await account().createBackupCodes()
      return { ...made, codes: [...codes] }
    },
  }) satisfies Partial<UserResource>

/** A page as Clerk's code reads and asks for it. */
const page =
  <Item, Shown>(
    read: (params: StatusPageParams) => Promise<{
      readonly data: readonly Item[]
      readonly totalCount: number
    }>,
    show: (item: Item) => Shown,
  ) =>
  async ({ initialPage, pageSize, status }: PageOfUser = {}): Promise<Paginated<Shown>> => {
    const { data, totalCount } = await read({ page: initialPage, pageSize, status })
    return { data: data.map(show), total_count: totalCount }
  }

/** What belongs to the user besides: sessions and organizations. */
export const belongingMethods = (account: Account) =>
  ({
    getSessions: async () => {
      const sessions = await account().getSessions()
      return sessions.map(session => ({
        ...session,
        revoke: () => account().revokeSession(session.id),
      }))
    },
    getOrganizationMemberships: page(
      params => account().getOrganizationMemberships(params),
      toMembership,
    ),
    getOrganizationInvitations: page(
      params => account().getOrganizationInvitations(params),
      item => ({ ...item, accept: () => account().acceptInvitation(item.id) }),
    ),
    getOrganizationSuggestions: page(
      params => account().getOrganizationSuggestions(params),
      item => ({ ...item, accept: () => account().acceptSuggestion(item.id) }),
    ),
    leaveOrganization: id => account().leaveOrganization(id),
  }) satisfies Partial<UserResource>
