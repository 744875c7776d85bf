import { toAbsolute } from '../http/url.ts'
import type { Kernel } from '../kernel.ts'
import type { AccountApi } from '../modules/account.ts'
import { waitForLink } from '../modules/wait-for-link.ts'
import type {
  EmailAddress,
  EnterpriseAccount,
  ExternalAccount,
  Passkey,
  PhoneNumber,
  Web3Wallet,
} from '../view/user-view.ts'
import { createEmailLinkFlow, type EmailLinkFlow } from './email-link-flow.ts'
import type { VerificationResource, Web3Strategy } from './factors.ts'
import { live, once } from './live.ts'
import { withSameClient } from './verification.ts'

type Verified<Shown> = Omit<Shown, 'verification'> & { verification: VerificationResource }
type Code = { code: string }

export interface EmailAddressResource extends Verified<EmailAddress> {
  toString: () => string
  prepareVerification: (params: {
    strategy: 'email_code' | 'email_link' | 'enterprise_sso'
    redirectUrl?: string | undefined
    actionCompleteRedirectUrl?: string | undefined
  }) => Promise<EmailAddressResource>
  attemptVerification: (params: Code) => Promise<EmailAddressResource>
  createEmailLinkFlow: () => EmailLinkFlow<{ redirectUrl: string }, EmailAddressResource>
  destroy: () => Promise<void>
}

export interface PhoneNumberResource extends Verified<PhoneNumber> {
  toString: () => string
  prepareVerification: () => Promise<PhoneNumberResource>
  attemptVerification: (params: Code) => Promise<PhoneNumberResource>
  makeDefaultSecondFactor: () => Promise<PhoneNumberResource>
  setReservedForSecondFactor: (params: { reserved: boolean }) => Promise<PhoneNumberResource>
  destroy: () => Promise<void>
}

export interface ExternalAccountResource extends Omit<ExternalAccount, 'verification'> {
  verification: VerificationResource | null
  /** `google` of `oauth_google`. */
  providerSlug: () => string
  providerTitle: () => string
  accountIdentifier: () => string
  reauthorize: (params: {
    redirectUrl: string
    additionalScopes?: string[] | undefined
    oidcPrompt?: string | undefined
    oidcLoginHint?: string | undefined
  }) => Promise<ExternalAccountResource>
  destroy: () => Promise<void>
}

export interface PasskeyResource extends Omit<Passkey, 'verification'> {
  verification: VerificationResource | null
  update: (params: { name: string }) => Promise<PasskeyResource>
  delete: () => Promise<{ deleted: boolean }>
}

export interface Web3WalletResource extends Verified<Web3Wallet> {
  toString: () => string
  /** The wallet signs `verification.nonce` of the result. */
  prepareVerification: (params: { strategy: Web3Strategy }) => Promise<Web3WalletResource>
  attemptVerification: (params: {
    signature: string
    strategy?: Web3Strategy | undefined
  }) => Promise<Web3WalletResource>
  destroy: () => Promise<void>
}

export type EnterpriseAccountResource = Omit<EnterpriseAccount, 'verification'> & {
  verification: VerificationResource | null
}

type Any = EmailAddress | PhoneNumber | ExternalAccount | Passkey | Web3Wallet | EnterpriseAccount
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

export type ListName = keyof Identifications

/**
 * @param kernel of the store.
 * @param account of the user.
 * @param read finds what is true now of one of them, or `undefined` once it is gone.
 */
export const createIdentifications = (
  kernel: Kernel,
  account: () => AccountApi,
  read: (list: ListName, id: string) => Any | undefined,
): Identifications => {
  /** A live resource; an action shows what its answer says, also before the store has it. */
  const resource =
    <Shown extends Any, Resource extends object>(
      list: ListName,
      methods: (
        id: string,
        then: (answer: Promise<unknown>) => Promise<Resource>,
        now: () => Shown,
        made: () => Resource,
      ) => { readonly [Name in keyof Resource]?: Resource[Name] | undefined },
    ) =>
    (first: Shown): Resource => {
      let shown = first
      const now = () => {
        // as: what stands in this list
        shown = (read(list, first.id) as Shown | undefined) ?? shown
        return shown
      }
      const then = async (answer: Promise<unknown>) => {
        // as: what an action on one of them resolves to
        shown = (await answer) as Shown
        return made
      }
      const made: Resource = live(
        now,
        methods(first.id, then, now, () => made),
      )
      Object.defineProperty(made, 'verification', {
        enumerable: true,
        get: () => now().verification && withSameClient(now().verification),
      })
      return made
    }
  const done = async (answer: Promise<unknown>): Promise<void> => void (await answer)

  return {
    emailAddresses: once(
      resource<EmailAddress, EmailAddressResource>('emailAddresses', (id, then, now, made) => ({
        toString: () => now().emailAddress,
        prepareVerification: params => then(account().prepareEmailAddressVerification(id, params)),
        attemptVerification: params => then(account().attemptEmailAddressVerification(id, params)),
        createEmailLinkFlow: () =>
          createEmailLinkFlow(async ({ redirectUrl, signal }) => {
            const strategy = 'email_link'
            await account().prepareEmailAddressVerification(id, { strategy, redirectUrl })
            // An address that was removed meanwhile is waited for no longer.
            const status = () => {
              const address = read('emailAddresses', id)
              return address ? (address.verification?.status ?? null) : 'failed'
            }
            return waitForLink(kernel, signal, status, () => account().reload())
          }, made),
        destroy: () => done(account().deleteEmailAddress(id)),
      })),
    ),
    phoneNumbers: once(
      resource<PhoneNumber, PhoneNumberResource>('phoneNumbers', (id, then, now) => ({
        toString: () => now().phoneNumber,
        prepareVerification: () => then(account().preparePhoneNumberVerification(id)),
        attemptVerification: params => then(account().attemptPhoneNumberVerification(id, params)),
        makeDefaultSecondFactor: () =>
          then(account().updatePhoneNumber(id, { defaultSecondFactor: true })),
        setReservedForSecondFactor: ({ reserved }) =>
          then(account().updatePhoneNumber(id, { reservedForSecondFactor: reserved })),
        destroy: () => done(account().deletePhoneNumber(id)),
      })),
    ),
    externalAccounts: once(
      resource<ExternalAccount, ExternalAccountResource>('externalAccounts', (id, then, now) => {
        const slug = () => (now().provider ?? '').replace(/^oauth_/, '')
        return {
          providerSlug: slug,
          providerTitle: () => `${slug().charAt(0).toUpperCase()}${slug().slice(1)}`,
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
      }),
    ),
    passkeys: once(
      resource<Passkey, PasskeyResource>('passkeys', (id, then) => ({
        update: params => then(account().updatePasskey(id, params)),
        delete: () => account().deletePasskey(id),
      })),
    ),
    web3Wallets: once(
      resource<Web3Wallet, Web3WalletResource>('web3Wallets', (id, then, now) => ({
        toString: () => now().web3Wallet ?? '',
        prepareVerification: params => then(account().prepareWeb3WalletVerification(id, params)),
        attemptVerification: params => then(account().attemptWeb3WalletVerification(id, params)),
        destroy: () => done(account().deleteWeb3Wallet(id)),
      })),
    ),
    enterpriseAccounts: once(
      resource<EnterpriseAccount, EnterpriseAccountResource>('enterpriseAccounts', () => ({})),
    ),
  }
}
