import type { UserRecord } from '../../model/records/user.ts'
import type { Factor, FactorContext } from './factor.ts'
import { sendCode, verifyCode } from './one-time-code.ts'
import { chosen, verifiedEmails, verifiedPhones } from './recipients.ts'
import { safeEmail, safePhone } from './safe-identifier.ts'

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

const emailCode = (strategy: string, isUsable: (user: UserRecord) => boolean): Factor => ({
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

const phoneCode = (
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

/** A code sent to a verified email address. */
export const emailCodeFactor = emailCode('email_code', always)
/** A code sent to a verified phone number that is not reserved for second factors. */
export const phoneCodeFactor = phoneCode('phone_code', false, always)
/** A code sent to a phone number that is reserved for second factors. */
export const phoneCodeSecondFactor = phoneCode('phone_code', true, always)
/** The way back in for who forgot the password: the sign-in then needs a new one. */
export const resetByEmailFactor = emailCode('reset_password_email_code', hasPassword)
export const resetByPhoneFactor = phoneCode('reset_password_phone_code', false, hasPassword)
