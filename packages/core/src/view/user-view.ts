import type { EmailAddressRecord, PhoneNumberRecord, UserRecord } from '../records.ts'
import { withDates } from './date.ts'

type Dates = 'lastSignInAt' | 'createdAt' | 'updatedAt'

/** A user, as the sessions of this client know it. */
export interface User extends Omit<UserRecord, Dates> {
  /** First and last name, as far as they are set. */
  readonly fullName: string | null
  readonly primaryEmailAddress: EmailAddressRecord | null
  readonly primaryPhoneNumber: PhoneNumberRecord | null
  readonly lastSignInAt: Date | null
  readonly createdAt: Date | null
  readonly updatedAt: Date | null
}

const find = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string | null,
): Item | null => items.find(item => item.id === id) ?? null

const make = (record: UserRecord): User =>
  Object.freeze(
    withDates({
      ...record,
      fullName: [record.firstName, record.lastName].filter(Boolean).join(' ') || null,
      primaryEmailAddress: find(record.emailAddresses, record.primaryEmailAddressId),
      primaryPhoneNumber: find(record.phoneNumbers, record.primaryPhoneNumberId),
    }),
  )

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
