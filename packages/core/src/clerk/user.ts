import { createAccount } from '../modules/account.ts'
import { once } from '../view/once.ts'
import type { Session } from '../view/session-view.ts'
import type { User } from '../view/user-view.ts'
import { createIdentifications, type Identifications } from './identifications.ts'
import { follow, live } from './live.ts'
import { toMembership } from './organization.ts'
import type { ShownStore } from './shown-store.ts'
import { belongingMethods, factorMethods, profileMethods } from './user-methods.ts'
import type { UserResource } from './user-resource.ts'

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
  const toUser = once((first: User): UserResource => {
    const session = () =>
      clientele.client?.signedInSessions.find(({ user }) => user.id === first.id)
    const find = () => session()?.user
    return follow<User, UserResource>(first, find, following => {
      const account = () => createAccount(kernel, { sessionId: session()?.id })
      const made = createIdentifications(kernel, account, following.now)
      const show = once((user: User) => toFields(user, made))
      return live<UserResource>(() => show(following.now()), {
        ...profileMethods(account, following),
        ...factorMethods(account, made),
        ...belongingMethods(account),
        isPrimaryIdentification: ({ id }) => {
          const { primaryEmailAddressId, primaryPhoneNumberId, primaryWeb3WalletId } =
            following.now()
          return [primaryEmailAddressId, primaryPhoneNumberId, primaryWeb3WalletId].includes(id)
        },
      })
    })
  })
  return ({ user }) => user && toUser(user)
}
