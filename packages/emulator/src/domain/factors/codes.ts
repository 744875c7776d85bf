import type { UserRecord } from '../../model/records/user.ts'
import type { Settings } from '../../model/settings.ts'
import type { Factor, FactorContext } from './factor.ts'
import { sendCode, verifyCode } from './one-time-code.ts'
import { chosen, verifiedEmails, verifiedPhones } from './recipients.ts'
import { safeEmail, safePhone } from './safe-identifier.ts'
import type { IdentifierProof, Strategy } from './strategy.ts'

const attempt =
  (strategy: string): Required<Factor>['attempt'] =>
  ({ context, verification }, params) =>
    verifyCode(context.instance, verification, strategy, params.required('code'))

const send = (
  strategy: string,
  { context, owner, verification }: FactorContext,
  id: string,
  address: string,
) => {
  // A pretended user receives nothing.
  const to = owner.userId === null ? null : address
  return sendCode(context.instance, strategy, { to, identificationId: id }, verification)
}

const emailFactor = (strategy: string, isUsable: (user: UserRecord) => boolean): Factor => ({
  strategy,
  factorsOf: user =>
    (isUsable(user) ? verifiedEmails(user) : []).map(email => ({
      strategy,
      safe_identifier: safeEmail(email.emailAddress),
      email_address_id: email.id,
      primary: email.id === user.primaryEmailAddressId,
    })),
  prepare: (factorContext, params) => {
    const email = chosen(
      isUsable(factorContext.subject) ? verifiedEmails(factorContext.subject) : [],
      params,
      'email_address_id',
    )
    return send(strategy, factorContext, email.id, email.emailAddress)
  },
  attempt: attempt(strategy),
})

const phoneFactor = (
  strategy: string,
  reserved: boolean,
  isUsable: (user: UserRecord) => boolean,
): Factor => ({
  strategy,
  factorsOf: user =>
    (isUsable(user) ? verifiedPhones(user, reserved) : []).map((phone, index) => ({
      strategy,
      safe_identifier: safePhone(phone.phoneNumber),
      phone_number_id: phone.id,
      ...(reserved
        ? { default: index === 0 }
        : { primary: phone.id === user.primaryPhoneNumberId }),
    })),
  prepare: (factorContext, params) => {
    const usable = isUsable(factorContext.subject)
      ? verifiedPhones(factorContext.subject, reserved)
      : []
    const phone = chosen(usable, params, 'phone_number_id')
    return send(strategy, factorContext, phone.id, phone.phoneNumber)
  },
  attempt: attempt(strategy),
})

const always = () => true
const hasPassword = (user: UserRecord) => user.passwordHash !== null

const codeProof = (strategy: string, of: 'email_address' | 'phone_number'): IdentifierProof => ({
  of,
  begin: ({ instance }, claim) => sendCode(instance, strategy, claim, claim.verification),
  prove: (instance, { verification }, params) => {
    verifyCode(instance, verification, strategy, params.required('code'))
  },
})

const byEmail = emailFactor('email_code', always)
const byPhone = phoneFactor('phone_code', false, always)
const object = 'verification_otp'
const isOffered = ({ password }: Settings) => password !== 'off'

/** A code sent to an email address. */
export const emailCode: Strategy = {
  name: 'email_code',
  object,
  firstFactor: byEmail,
  trustFactor: byEmail,
  reverifies: true,
  proof: {
    ...codeProof('email_code', 'email_address'),
    isOffered: ({ emailVerification }) => emailVerification !== 'link',
  },
}

/** A code sent to a phone number: as a second factor to one that is reserved for that. */
export const phoneCode: Strategy = {
  name: 'phone_code',
  object,
  firstFactor: byPhone,
  secondFactor: phoneFactor('phone_code', true, always),
  trustFactor: byPhone,
  reverifies: true,
  proof: codeProof('phone_code', 'phone_number'),
}

/** The way back in for who forgot the password: the sign-in then needs a new one. */
export const resetByEmail: Strategy = {
  name: 'reset_password_email_code',
  object,
  isOffered,
  firstFactor: emailFactor('reset_password_email_code', hasPassword),
  needsNewPassword: true,
}

/** The same by a phone number. */
export const resetByPhone: Strategy = {
  name: 'reset_password_phone_code',
  object,
  isOffered,
  firstFactor: phoneFactor('reset_password_phone_code', false, hasPassword),
  needsNewPassword: true,
}
