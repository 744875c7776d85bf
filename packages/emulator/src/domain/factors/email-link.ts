import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Context } from '../context.ts'
import type { Params } from '../params.ts'
import type { Factor } from './factor.ts'
import { newVerification } from './new-verification.ts'
import { assertCooldownOver, type Recipient } from './one-time-code.ts'
import { chosen, verifiedEmails } from './recipients.ts'
import { readReturnUrl, withQuery } from './return-url.ts'
import { safeEmail } from './safe-identifier.ts'
import type { Strategy } from './strategy.ts'

const strategy = 'email_link'

/**
 * Sends a link that proves an attempt, or does as if. Its token names the attempt and carries a
 * secret.
 *
 * @throws ApiError 429 while the last link is younger than the cooldown.
 */
export const sendLink = (
  { instance, base, mode }: Context,
  attemptId: string,
  { to, identificationId }: Recipient,
  previous: VerificationRecord | null,
  params: Params,
): VerificationRecord => {
  const { clock, ids, settings } = instance
  const redirectUrl = readReturnUrl(params)
  assertCooldownOver(instance, strategy, identificationId, previous)
  const code = ids.secret('link')
  const link = withQuery(`${base}/v1/verify`, { token: `${attemptId}.${code}` })
  if (to !== null) instance.send({ to, kind: strategy, code: null, link })
  const now = clock.now()
  return newVerification(strategy, {
    expireAt: now + settings.codeLifetime,
    code,
    sentAt: now,
    identificationId,
    redirect: { redirectUrl, completeUrl: null, externalUrl: null, scopes: '', mode },
  })
}

const factor: Factor = {
  strategy,
  // A link needs to know where to lead back.
  isPreparedLater: params => !params.has('redirect_url'),
  factorsOf: user =>
    verifiedEmails(user).map(email => ({
      strategy,
      safe_identifier: safeEmail(email.emailAddress),
      email_address_id: email.id,
      primary: email.id === user.primaryEmailAddressId,
    })),
  prepare: ({ context, owner, subject, verification }, params) => {
    const email = chosen(verifiedEmails(subject), params, 'email_address_id')
    const to = owner.userId === null ? null : email.emailAddress
    return sendLink(context, owner.id, { to, identificationId: email.id }, verification, params)
  },
}

/**
 * A link sent to an email address. Opening it is the proof: there is nothing to attempt.
 */
export const emailLink: Strategy = {
  name: strategy,
  object: 'verification_email_link',
  particularsOf: ({ verifiedAtClient }) =>
    verifiedAtClient === null ? {} : { verified_at_client: verifiedAtClient },
  firstFactor: factor,
  trustFactor: factor,
  proof: {
    of: 'email_address',
    isOffered: ({ emailVerification }) => emailVerification !== 'code',
    begin: (context, claim, params) =>
      sendLink(context, claim.ownerId, claim, claim.verification, params),
  },
}
