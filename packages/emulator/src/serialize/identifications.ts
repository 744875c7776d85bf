import { verificationOf } from '../domain/account/identifications.ts'
import type { Instance } from '../model/instance.ts'
import type { EmailAddressRecord, PhoneNumberRecord, UserRecord } from '../model/records/user.ts'
import { toVerificationJson, verificationObjectOf } from './verification.ts'

/** A verification that is done, as it is told ever after. */
export const verified = (object: string, strategy: string, at: number) => ({
  object,
  status: 'verified',
  strategy,
  attempts: 1,
  expire_at: at,
})

/** An email address of a user. */
export const toEmailAddressJson = (instance: Instance, email: EmailAddressRecord) => ({
  id: email.id,
  object: 'email_address',
  email_address: email.emailAddress,
  reserved: false,
  verification: email.verified
    ? verified(
        verificationObjectOf(email.verificationStrategy),
        email.verificationStrategy,
        email.createdAt,
      )
    : toVerificationJson(verificationOf(instance, email)),
  linked_to: [],
  matches_sso_connection: false,
  created_at: email.createdAt,
  updated_at: email.updatedAt,
})

const isDefault = ({ phoneNumbers }: UserRecord, phone: PhoneNumberRecord): boolean => {
  const reserved = phoneNumbers.filter(each => each.reservedForSecondFactor)
  return phone === (reserved.find(each => each.defaultSecondFactor) ?? reserved[0])
}

/**
 * A phone number of a user.
 *
 * @param backupCodes told once, in the answer to the request that they came with.
 */
export const toPhoneNumberJson = (
  instance: Instance,
  user: UserRecord,
  phone: PhoneNumberRecord,
  backupCodes: readonly string[] | null = null,
) => ({
  id: phone.id,
  object: 'phone_number',
  phone_number: phone.phoneNumber,
  reserved_for_second_factor: phone.reservedForSecondFactor,
  default_second_factor: isDefault(user, phone),
  reserved: false,
  verification: phone.verified
    ? verified('verification_otp', 'phone_code', phone.createdAt)
    : toVerificationJson(verificationOf(instance, phone)),
  linked_to: [],
  backup_codes: backupCodes,
  created_at: phone.createdAt,
  updated_at: phone.updatedAt,
})
