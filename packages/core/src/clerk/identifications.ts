import { toAbsolute } from '../http/url.ts'
import type { Kernel } from '../kernel.ts'
import type { AccountApi } from '../modules/account.ts'
import { waitForLink } from '../modules/wait-for-link.ts'
import { once } from '../view/once.ts'
import type {
  EmailAddress,
  EnterpriseAccount,
  ExternalAccount,
  Passkey,
  PhoneNumber,
  User,
  Web3Wallet,
} from '../view/user-view.ts'
import { createEmailLinkFlow, type EmailLinkFlow } from './email-link-flow.ts'
import type { VerificationResource, Web3Strategy } from './factors.ts'
import { type Following, follow, live, type Own } from './live.ts'
import { withSameClient } from './verification.ts'

type Verified<Shown> = Omit<Shown, 'verification'> & { verification: VerificationResource }
type Whole<Shown, Name extends keyof Shown> = Shown & Required<Pick<Shown, Name>>
type Code = { code: string }

/** An email address of a user. */
export interface EmailAddressResource extends Verified<Whole<EmailAddress, 'linkedTo'>> {
  /** The address. */
  toString: () => string
  /** Sends a code or a link to the address. */
  prepareVerification: (params: {
    strategy: 'email_code' | 'email_link' | 'enterprise_sso'
    redirectUrl?: string | undefined
    actionCompleteRedirectUrl?: string | undefined
  }) => Promise<EmailAddressResource>
  /** Verifies the address with the code that was sent. */
  attemptVerification: (params: Code) => Promise<EmailAddressResource>
  /** Sends links to the address and waits until one was opened. */
  createEmailLinkFlow: () => EmailLinkFlow<{ redirectUrl: string }, EmailAddressResource>
  /** Removes the address from the user. */
  destroy: () => Promise<void>
}

/** A phone number of a user. */
export interface PhoneNumberResource extends Verified<PhoneNumber> {
  /** The number, in E.164. */
  toString: () => string
  /** Sends a code to the number. */
  prepareVerification: () => Promise<PhoneNumberResource>
  /** Verifies the number with the code that was sent. */
  attemptVerification: (params: Code) => Promise<PhoneNumberResource>
  /** Codes for a second factor go to this number where none is chosen. */
  makeDefaultSecondFactor: () => Promise<PhoneNumberResource>
  /** Whether the number may be used as a second factor. */
  setReservedForSecondFactor: (params: { reserved: boolean }) => Promise<PhoneNumberResource>
  /** Removes the number from the user. */
  destroy: () => Promise<void>
}

/** An account at a provider that is connected to a user. */
export interface ExternalAccountResource
  extends Omit<ExternalAccount, 'verification' | 'provider'> {
  /** `null` where the server does not tell one. */
  verification: VerificationResource | null
  /** `google` of `oauth_google`. */
  provider: string
  /** The same. */
  providerSlug: () => string
  /** For a label: `Google Account`. */
  providerTitle: () => string
  /** Its username, or else its email address; empty when it has neither. */
  accountIdentifier: () => string
  /** Asks the provider again; go to the verification's `externalVerificationRedirectURL` then. */
  reauthorize: (params: {
    redirectUrl: string
    additionalScopes?: string[] | undefined
    oidcPrompt?: string | undefined
    oidcLoginHint?: string | undefined
  }) => Promise<ExternalAccountResource>
  /** Disconnects the account from the user. */
  destroy: () => Promise<void>
}

/** A passkey of a user. */
export interface PasskeyResource extends Omit<Whole<Passkey, keyof Passkey>, 'verification'> {
  /** `null` where the server does not tell one. */
  verification: VerificationResource | null
  /** Changes its name. */
  update: (params: { name: string }) => Promise<PasskeyResource>
  /** Removes the passkey from the user; the device still has it. */
  delete: () => Promise<{ deleted: boolean }>
}

/** A wallet of a user. */
export interface Web3WalletResource extends Verified<Web3Wallet> {
  /** Its address. */
  toString: () => string
  /** The wallet signs `verification.nonce` of the result. */
  prepareVerification: (params: { strategy: Web3Strategy }) => Promise<Web3WalletResource>
  /** Sends what the wallet has signed. */
  attemptVerification: (params: {
    signature: string
    strategy?: Web3Strategy | undefined
  }) => Promise<Web3WalletResource>
  /** Removes the wallet from the user. */
  destroy: () => Promise<void>
}

/** An account at a company's provider that is connected to a user. */
export type EnterpriseAccountResource = Omit<EnterpriseAccount, 'verification'> & {
  verification: VerificationResource | null
}

type Made<Shown, Resource> = (shown: Shown) => Resource

/** What the identifications of a user become. */
export interface Identifications {
  readonly emailAddresses: Made<EmailAddress, EmailAddressResource>
  readonly phoneNumbers: Made<PhoneNumber, PhoneNumberResource>
  readonly externalAccounts: Made<ExternalAccount, ExternalAccountResource>
  readonly passkeys: Made<Passkey, PasskeyResource>
  readonly web3Wallets: Made<Web3Wallet, Web3WalletResource>
  readonly enterpriseAccounts: Made<EnterpriseAccount, EnterpriseAccountResource>
}

type Any = User[keyof Identifications][number]

/** What stands in where the server tells less. */
const createBlanks = (): Readonly<Partial<Record<keyof Identifications, object>>> => ({
  emailAddresses: { linkedTo: [] },
  passkeys: { name: null, lastUsedAt: null, createdAt: new Date(0), updatedAt: new Date(0) },
})

/** The fields of one, of which the blank ones stand in for what is not told. */
const toShown = (blank: object | undefined, shown: Any) => ({
  ...blank,
  ...shown,
  verification: shown.verification && withSameClient(shown.verification),
})

/**
 * @param kernel of the store.
 * @param account of the user.
 * @param read gives the user as it is now.
 */
export const createIdentifications = (
  kernel: Kernel,
  account: () => AccountApi,
  read: () => User,
): Identifications => {
  const blanks = createBlanks()
  /** Live resources; an action shows what its answer says, also before the store has it. */
  const resource = <Shown extends Any, Resource extends object>(
    list: keyof Identifications,
    methods: (id: string, following: Following<Shown, Resource>) => Own<Resource>,
  ) => {
    const show = once((shown: Shown) => toShown(blanks[list], shown))
    return once((first: Shown): Resource => {
      const { id } = first
      // as: what stands in this list
      const find = () => read()[list].find(each => each.id === id) as Shown | undefined
      return follow<Shown, Resource>(first, find, following =>
        live(() => show(following.now()), methods(id, following)),
      )
    })
  }
  const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)

  return {
    emailAddresses: resource<EmailAddress, EmailAddressResource>(
      'emailAddresses',
      (id, { then, now, self }) => ({
        toString: () => now().emailAddress,
        prepareVerification: params => then(account().prepareEmailAddressVerification(id, params)),
        attemptVerification: params => then(account().attemptEmailAddressVerification(id, params)),
        createEmailLinkFlow: () =>
          createEmailLinkFlow(async ({ redirectUrl, signal }) => {
            const strategy = 'email_link'
            await account().prepareEmailAddressVerification(id, { strategy, redirectUrl })
            // An address that was removed meanwhile is waited for no longer.
            const status = () => {
              const address = read().emailAddresses.find(each => each.id === id)
              return address ? address.verification.status : 'failed'
            }
            return waitForLink(kernel, signal, status, () => account().reload())
          }, self),
        destroy: () => done(account().deleteEmailAddress(id)),
      }),
    ),
    phoneNumbers: resource<PhoneNumber, PhoneNumberResource>(
      'phoneNumbers',
      (id, { then, now }) => ({
        toString: () => now().phoneNumber,
        prepareVerification: () => then(account().preparePhoneNumberVerification(id)),
        attemptVerification: params => then(account().attemptPhoneNumberVerification(id, params)),
        makeDefaultSecondFactor: () =>
          then(account().updatePhoneNumber(id, { defaultSecondFactor: true })),
        setReservedForSecondFactor: ({ reserved }) =>
          then(account().updatePhoneNumber(id, { reservedForSecondFactor: reserved })),
        destroy: () => done(account().deletePhoneNumber(id)),
      }),
    ),
    externalAccounts: resource<ExternalAccount, ExternalAccountResource>(
      'externalAccounts',
      (id, { then, now }) => {
        const slug = () => (now().provider ?? '').replace(/^oauth_/, '')
        return {
          get provider() {
            return slug()
          },
          providerSlug: slug,
          providerTitle: () => `${slug().charAt(0).toUpperCase()}${slug().slice(1)} Account`,
          accountIdentifier: () => now().username || now().emailAddress || '',
          reauthorize: ({ redirectUrl, ...params }) =>
            then(
              account().reauthorizeExternalAccount(id, {
                ...params,
                redirectUrl: toAbsolute(redirectUrl),
              }),
            ),
          destroy: () => done(account().deleteExternalAccount(id)),
        }
      },
    ),
    passkeys: resource<Passkey, PasskeyResource>('passkeys', (id, { then }) => ({
      update: params => then(account().updatePasskey(id, params)),
      delete: () => account().deletePasskey(id),
    })),
    web3Wallets: resource<Web3Wallet, Web3WalletResource>('web3Wallets', (id, { then, now }) => ({
      toString: () => now().web3Wallet ?? '',
      prepareVerification: params => then(account().prepareWeb3WalletVerification(id, params)),
      attemptVerification: params => then(account().attemptWeb3WalletVerification(id, params)),
      destroy: () => done(account().deleteWeb3Wallet(id)),
    })),
    enterpriseAccounts: resource<EnterpriseAccount, EnterpriseAccountResource>(
      'enterpriseAccounts',
      () => ({}),
    ),
  }
}
