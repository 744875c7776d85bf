import { resourceNotFound } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { EmailAddressRecord, PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'

/** An email address and whose it is. @throws ApiError 404. */
export const findEmailAddress = (
  { database }: Instance,
  id: string,
): { user: UserRecord; email: EmailAddressRecord } => {
  const [user] = database.users.where(({ emailAddresses }) => emailAddresses.some(e => e.id === id))
  const email = user?.emailAddresses.find(each => each.id === id)
  if (!user || !email) throw resourceNotFound('Email address', id)
  return { user, email }
}

/** A phone number and whose it is. @throws ApiError 404. */
export const findPhoneNumber = (
  { database }: Instance,
  id: string,
): { user: UserRecord; phone: PhoneNumberRecord } => {
  const [user] = database.users.where(({ phoneNumbers }) => phoneNumbers.some(p => p.id === id))
  const phone = user?.phoneNumbers.find(each => each.id === id)
  if (!user || !phone) throw resourceNotFound('Phone number', id)
  return { user, phone }
}
