import { alreadyVerified, paramDisabled, paramNil, resourceNotFound } from '../../lib/api-errors.ts'
import type { EmailAddressRecord } from '../../model/records/user.ts'
import type { SignedInContext } from '../context.ts'
import { readProof } from '../factors/strategies.ts'
import type { Params } from '../params.ts'
import { readEmail } from '../sign-up/read-fields.ts'
import { newEmailAddress } from '../users.ts'
import {
  assertNotLast,
  assertNotTaken,
  beginVerification,
  claimOf,
  forgetIdentification,
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
  const proof = readProof(context.instance, 'email_address', params)
  if (email.verified) throw alreadyVerified()
  const claim = claimOf(context.instance, email, email.emailAddress)
  beginVerification(context, email, proof.begin(context, claim, params))
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
