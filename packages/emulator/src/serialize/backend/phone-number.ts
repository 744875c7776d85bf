import type { Instance } from '../../model/instance.ts'
import type { PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'
import { toPhoneNumberJson as toOwnPhoneNumberJson } from '../identifications.ts'

/** A phone number as a backend sees it: never with backup codes. */
export const toPhoneNumberJson = (
  instance: Instance,
  user: UserRecord,
  phone: PhoneNumberRecord,
) => {
  const { backup_codes: _, ...own } = toOwnPhoneNumberJson(instance, user, phone)
  return own
}
