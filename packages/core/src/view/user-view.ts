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
import { once } from './once.ts'

type Dates = 'legalAcceptedAt' | 'lastSignInAt' | 'createdAt' | 'updatedAt'

/** An email address of a user. */
export type EmailAddress = Identification<EmailAddressRecord>
/** A phone number of a user. */
export type PhoneNumber = Identification<PhoneNumberRecord>
/** An account at a provider that is connected to a user. */
export type ExternalAccount = Identification<ExternalAccountRecord>
/** A passkey of a user. */
export type Passkey = Identification<PasskeyRecord>
/** A wallet of a user. */
export type Web3Wallet = Identification<Web3WalletRecord>
/** An account at a company's provider that is connected to a user. */
export type EnterpriseAccount = Identification<EnterpriseAccountRecord>

/** What identifies a user. */
interface Identifications {
  /** Verified or not. */
  readonly emailAddresses: readonly EmailAddress[]
  /** Verified or not. */
  readonly phoneNumbers: readonly PhoneNumber[]
  /** At providers; verified or not. */
  readonly externalAccounts: readonly ExternalAccount[]
  /** Of all devices. */
  readonly passkeys: readonly Passkey[]
  /** Verified or not. */
  readonly web3Wallets: readonly Web3Wallet[]
  /** At a company's provider. */
  readonly enterpriseAccounts: readonly EnterpriseAccount[]
}

/** A user, as the sessions of this client know it. */
export interface User extends Omit<UserRecord, Dates | keyof Identifications>, Identifications {
  /** First and last name, as far as they are set. */
  readonly fullName: string | null
  /** `null` when there is none. */
  readonly primaryEmailAddress: EmailAddress | null
  /** `null` when there is none. */
  readonly primaryPhoneNumber: PhoneNumber | null
  /** `null` while they were not. */
  readonly legalAcceptedAt: Date | null
  /** `null` where the server does not tell it. */
  readonly lastSignInAt: Date | null
  /** `null` where the server does not tell it. */
  readonly createdAt: Date | null
  /** `null` where the server does not tell it. */
  readonly updatedAt: Date | null
}

/** One view a record: sessions of one user share it, and what did not change keeps its own. */
export const createUserViews = (): ((record: UserRecord | null) => User | null) => {
  const viewItem = once(viewIdentification)
  const viewList = once((records: readonly IdentificationRecord[]) =>
    Object.freeze(records.map(viewItem)),
  )

  const primary = (items: readonly IdentificationRecord[], id: string | null) => {
    const found = items.find(item => item.id === id)
    return found ? viewItem(found) : null
  }

  const viewUser = once((record: UserRecord): User => {
    const view = {
      ...record,
      fullName: [record.firstName, record.lastName].filter(Boolean).join(' ') || null,
      primaryEmailAddress: primary(record.emailAddresses, record.primaryEmailAddressId),
      primaryPhoneNumber: primary(record.phoneNumbers, record.primaryPhoneNumberId),
    }
    const fields = view as { [name: string]: unknown } // as: to be written into, by name
    for (const [name, value] of Object.entries(fields)) {
      if (Array.isArray(value) && value[0]?.verification !== undefined)
        fields[name] = viewList(value)
    }
    // as: what the loop does to the type
    return Object.freeze(withDates(view)) as unknown as User
  })
  return record => record && viewUser(record)
}
