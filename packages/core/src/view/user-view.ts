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

const find = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string | null,
): Item | null => items.find(item => item.id === id) ?? null

/** A state that an older version kept may lack a list. */
const viewAll = <Record extends IdentificationRecord>(
  records: readonly Record[] | undefined,
): readonly Identification<Record>[] => Object.freeze((records ?? []).map(viewIdentification))

const make = (record: UserRecord): User => {
  const emailAddresses = viewAll(record.emailAddresses)
  const phoneNumbers = viewAll(record.phoneNumbers)
  return Object.freeze(
    withDates({
      ...record,
      emailAddresses,
      phoneNumbers,
      externalAccounts: viewAll(record.externalAccounts),
      passkeys: viewAll(record.passkeys),
      web3Wallets: viewAll(record.web3Wallets),
      enterpriseAccounts: viewAll(record.enterpriseAccounts),
      fullName: [record.firstName, record.lastName].filter(Boolean).join(' ') || null,
      primaryEmailAddress: find(emailAddresses, record.primaryEmailAddressId),
      primaryPhoneNumber: find(phoneNumbers, record.primaryPhoneNumberId),
    }),
  )
}

/** One view a record: sessions of one user share it. */
export const createUserViews = (): ((record: UserRecord | null) => User | null) => {
  const views = new WeakMap<UserRecord, User>()
  return record => {
    if (record === null) return null
    const view = views.get(record) ?? make(record)
    views.set(record, view)
    return view
  }
}
