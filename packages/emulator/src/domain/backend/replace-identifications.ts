import type { Instance } from '../../model/instance.ts'
import type { EmailAddressRecord, PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'
import {
  addEmailAddress,
  addPhoneNumber,
  type IdentificationStatus,
} from './create-identifications.ts'

// What the user has already may be given once more: it is let go of first, and taken back when the
// new one is refused.
const replacing = <Added>(
  instance: Instance,
  user: UserRecord,
  add: () => Added,
  clear: () => void,
) => {
  const { emailAddresses, primaryEmailAddressId, phoneNumbers, primaryPhoneNumberId } = user
  clear()
  instance.database.users.set(user)
  try {
    return add()
  } catch (error) {
    Object.assign(user, {
      emailAddresses,
      primaryEmailAddressId,
      phoneNumbers,
      primaryPhoneNumberId,
    })
    throw error
  } finally {
  }
}

/** One email address in place of all others. @throws ApiError 422 for one that is taken. */
export const replaceEmailAddresses = (
  instance: Instance,
  user: UserRecord,
  address: string,
  status?: IdentificationStatus,
): EmailAddressRecord =>
  replacing(
    instance,
    user,
    () => {
      const email = addEmailAddress(instance, user, address, status)
      user.primaryEmailAddressId = email.id
      return email
    },
    () => {
      user.emailAddresses = []
      user.primaryEmailAddressId = null
    },
  )

/** One phone number in place of all others. @throws ApiError 422 for one that is taken. */
export const replacePhoneNumbers = (
  instance: Instance,
  user: UserRecord,
  number: string,
  status?: IdentificationStatus,
): PhoneNumberRecord =>
  replacing(
    instance,
    user,
    () => {
      const phone = addPhoneNumber(instance, user, number, status)
      user.primaryPhoneNumberId = phone.id
      return phone
    },
    () => {
      user.phoneNumbers = []
      user.primaryPhoneNumberId = null
    },
  )
