import { alreadyVerified, paramDisabled, paramNil, resourceNotFound } from '../../lib/api-errors.ts'
import type { EmailAddressRecord } from '../../model/records/user.ts'
import type { SignedInContext } from '../context.ts'
import { sendLink } from '../factors/email-link.ts'
import { sendCode } from '../factors/one-time-code.ts'
import type { Params } from '../params.ts'
import { readEmail } from '../sign-up/read-fields.ts'
import { newEmailAddress } from '../users.ts'
import {
  assertNotLast,
  assertNotTaken,
  beginVerification,
  forgetIdentification,
  verificationOf,
} from './identifications.ts'

/** An email address of the caller. @throws ApiError 404 for any other. */
export const findEmailAddress = ({ user }: SignedInContext, id: string): EmailAddressRecord => {
  const email = user.emailAddresses.find(candidate => candidate.id === id)
  if (!email) throw resourceNotFound('Email address', id)
  return email
}

/** Adds an email address, which is to be verified yet. */
export const createEmailAddress = (
  { instance, user }: SignedInContext,
  params: Params,
): EmailAddressRecord => {
  params.required('email_address')
  if (instance.settings.emailAddress === 'off') throw paramDisabled('email_address')
  const address = readEmail(params)
  if (address === null) throw paramNil('email_address')
  assertNotTaken(instance, user, 'email_address', address)
  const email = newEmailAddress(instance, address, { verified: false })
  user.emailAddresses.push(email)
  return email
}

/** Sends a code or a link to an email address. */
export const prepareEmailAddress = (
  context: SignedInContext,
  email: EmailAddressRecord,
  params: Params,
): void => {
  const { instance } = context
  params.required('strategy')
  const strategy = params.oneOf('strategy', ['email_code', 'email_link', 'enterprise_sso'])
  const isEnabled = !instance.settings.disabledStrategies.some(disabled => disabled === strategy)
  if (strategy === null || strategy === 'enterprise_sso' || !isEnabled)
    throw paramDisabled('strategy')
  if (email.verified) throw alreadyVerified()
  const recipient = { to: email.emailAddress, identificationId: email.id }
  const previous = verificationOf(instance, email)
  const verification =
    strategy === 'email_code'
      ? sendCode(instance, strategy, recipient, previous)
      : sendLink(context, email.id, recipient, previous, params)
  beginVerification(context, email, verification)
}

/** Deletes an email address; another verified one takes the place of the primary one. */
export const deleteEmailAddress = (
  { instance, user }: SignedInContext,
  email: EmailAddressRecord,
): void => {
  assertNotLast(user, email)
  user.emailAddresses = user.emailAddresses.filter(kept => kept !== email)
  forgetIdentification(instance, user, email)
}
