import type {
  EmailAddressRecord,
  EnterpriseAccountRecord,
  ExternalAccountRecord,
  IdentificationRecord,
  PasskeyRecord,
  PhoneNumberRecord,
  UserRecord,
  Web3WalletRecord,
} from '../records.ts'
import { withDates } from './date.ts'
import { type Identification, viewIdentification } from './identification-view.ts'

type Dates = 'legalAcceptedAt' | 'lastSignInAt' | 'createdAt' | 'updatedAt'

export type EmailAddress = Identification<EmailAddressRecord>
export type PhoneNumber = Identification<PhoneNumberRecord>
export type ExternalAccount = Identification<ExternalAccountRecord>
export type Passkey = Identification<PasskeyRecord>
export type Web3Wallet = Identification<Web3WalletRecord>
export type EnterpriseAccount = Identification<EnterpriseAccountRecord>

/** What identifies a user. */
interface Identifications {
  readonly emailAddresses: readonly EmailAddress[]
  readonly phoneNumbers: readonly PhoneNumber[]
  readonly externalAccounts: readonly ExternalAccount[]
  readonly passkeys: readonly Passkey[]
  readonly web3Wallets: readonly Web3Wallet[]
  readonly enterpriseAccounts: readonly EnterpriseAccount[]
}

/** A user, as the sessions of this client know it. */
export interface User extends Omit<UserRecord, Dates | keyof Identifications>, Identifications {
  /** First and last name, as far as they are set. */
  readonly fullName: string | null
  readonly primaryEmailAddress: EmailAddress | null
  readonly primaryPhoneNumber: PhoneNumber | null
  readonly legalAcceptedAt: Date | null
  readonly lastSignInAt: Date | null
  readonly createdAt: Date | null
  readonly updatedAt: Date | null
}

const none: readonly never[] = []

const find = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string | null,
): Item | null => items.find(item => item.id === id) ?? null

/** What `make` makes of an object, once for each. */
const once = <From extends object, Made>(make: (from: From) => Made): ((from: From) => Made) => {
  const known = new WeakMap<From, Made>()
  return from => {
    const made = known.get(from) ?? make(from)
    known.set(from, made)
    return made
  }
}

/** One view a record: sessions of one user share it, and what did not change keeps its own. */
export const createUserViews = (): ((record: UserRecord | null) => User | null) => {
  const viewItem = once(viewIdentification)
  const viewList = once((records: readonly IdentificationRecord[]) =>
    Object.freeze(records.map(viewItem)),
  )
  /** A state that an older version kept may lack a list. */
  const view = <Record extends IdentificationRecord>(records: readonly Record[] = none) =>
    // as: each is viewed as what it is
    viewList(records) as readonly Identification<Record>[]

  const viewUser = once((record: UserRecord): User => {
    const emailAddresses = view(record.emailAddresses)
    const phoneNumbers = view(record.phoneNumbers)
    return Object.freeze(
      withDates({
        ...record,
        emailAddresses,
        phoneNumbers,
        externalAccounts: view(record.externalAccounts),
        passkeys: view(record.passkeys),
        web3Wallets: view(record.web3Wallets),
        enterpriseAccounts: view(record.enterpriseAccounts),
        fullName: [record.firstName, record.lastName].filter(Boolean).join(' ') || null,
        primaryEmailAddress: find(emailAddresses, record.primaryEmailAddressId),
        primaryPhoneNumber: find(phoneNumbers, record.primaryPhoneNumberId),
      }),
    )
  })
  return record => record && viewUser(record)
}
