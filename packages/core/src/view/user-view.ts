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
