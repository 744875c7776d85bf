import type { EmailAddressRecord, UserRecord } from '../database.ts'
import type { Params } from '../http/params.ts'
import { paramValueInvalid, strategyForUserInvalid } from '../refusals.ts'
import { primaryEmailOf } from '../serialize/user.ts'
import type { FirstFactor } from './first-factor.ts'
import { proveCode, sendCode } from './one-time-code.ts'
import { safeEmail } from './safe-identifier.ts'

const strategy = 'email_code'

const verifiedEmails = (user: UserRecord) => user.emailAddresses.filter(email => email.verified)

const chooseEmail = (user: UserRecord, params: Params): EmailAddressRecord => {
  const id = params.text('email_address_id')
  const usable = verifiedEmails(user)
  const chosen = id === null ? (primaryEmailOf(user) ?? usable[0]) : usable.find(email => email.id === id)
  if (chosen) return chosen
  throw id === null ? strategyForUserInvalid() : paramValueInvalid('email_address_id')
}

/** Sign-in by a code sent to a verified email address. */
export const emailCodeFactor: FirstFactor = {
  strategy,
  factorsOf: user =>
    verifiedEmails(user).map(email => ({
      strategy,
      safe_identifier: safeEmail(email.emailAddress),
      email_address_id: email.id,
      primary: email.id === user.primaryEmailAddressId,
    })),
  prepare: ({ instance, signIn, subject }, params) => {
    const email = chooseEmail(subject, params)
    const to = signIn.userId === null ? null : email.emailAddress
    return sendCode(instance, strategy, { to, identificationId: email.id }, signIn.firstFactorVerification)
  },
  attempt: ({ instance, signIn, onCounted }, params) =>
    proveCode(instance, signIn.firstFactorVerification, strategy, params.required('code'), onCounted),
}
