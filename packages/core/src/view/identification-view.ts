import type { IdentificationRecord } from '../records.ts'
import { type Dated, withDates } from './date.ts'
import { type Verification, viewVerification } from './verification-view.ts'

/** What identifies a user, with its proof and Dates. */
export type Identification<Record extends IdentificationRecord> = Omit<
  Dated<Record>,
  'verification'
> & { readonly verification: Verification }

export const viewIdentification = <Record extends IdentificationRecord>(
  record: Record,
): Identification<Record> =>
  Object.freeze(
    withDates({ ...record, verification: viewVerification(record.verification) }),
    // as: what withDates does to the other fields, which a generic type cannot follow
  ) as unknown as Identification<Record>
