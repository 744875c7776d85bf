import { ApiError } from '../lib/api-error.ts'
import { linkInvalid } from '../lib/api-errors.ts'
import type { SignInRecord } from '../model/records/sign-in.ts'
import type { SignUpRecord } from '../model/records/sign-up.ts'
import type { VerificationRecord } from '../model/records/verification.ts'
import { completeVerification } from './account/identifications.ts'
import type { Context } from './context.ts'
import { withQuery } from './factors/return-url.ts'
import { assertMaySignIn } from './lockout.ts'
import { assertNotSignedInOn } from './sessions.ts'
import { completeFirstFactor, completeSecondFactor } from './sign-in/advance.ts'
import { completeIfReady } from './sign-up/complete.ts'

interface Found {
  /** What the link proves, as far as it matters here. */
  readonly attempt: Pick<SignInRecord | SignUpRecord, 'clientId' | 'createdSessionId'> & {
    readonly status: string
  }
  readonly verification: VerificationRecord
  /** Takes the attempt on. */
  proceed(): void
}

const asLink = (verification: VerificationRecord | null | undefined): VerificationRecord | null =>
  verification?.strategy === 'email_link' ? verification : null

const findSignInLink = (context: Context, id: string): Found | null => {
  const { signIns, users } = context.instance.database
  const attempt = signIns.get(id)
  const second = asLink(attempt?.secondFactorVerification)
  const verification = second ?? asLink(attempt?.firstFactorVerification)
  if (!attempt || !verification) return null
  const proceed = () => {
    const user = users.get(attempt.userId ?? '')
    if (user) assertMaySignIn(context.instance, user)
    assertNotSignedInOn(context.instance, attempt.clientId, attempt.userId)
    if (second) completeSecondFactor(context, attempt, verification)
    else completeFirstFactor(context, attempt, verification)
  }
  return { attempt, verification, proceed }
}

const findSignUpLink = (context: Context, id: string): Found | null => {
  const attempt = context.instance.database.signUps.get(id)
  const verification = asLink(attempt?.emailVerification)
  if (!attempt || !verification) return null
  return { attempt, verification, proceed: () => completeIfReady(context, attempt) }
}

const findIdentificationLink = (context: Context, id: string): Found | null => {
  const { identificationVerifications, users } = context.instance.database
  const record = identificationVerifications.get(id)
  const verification = asLink(record?.verification)
  const user = users.get(record?.userId ?? '')
  const email = user?.emailAddresses.find(each => each.id === id)
  if (!record || !verification || !user || !email) return null
  const attempt = { clientId: record.clientId, createdSessionId: null, status: '' }
  return {
    attempt,
    verification,
    proceed: () => completeVerification(context.instance, user, email),
  }
}

const isOtherClient = ({ client, instance }: Context, { attempt, verification }: Found): boolean =>
  // Development browsers send no cookie with a link: there is nothing to tell them by.
  instance.settings.emailLinkSameClient &&
  verification.redirect?.mode !== 'dev-browser' &&
  client?.id !== attempt.clientId

/**
 * What opening the link does; told to the page it leads back to as `__clerk_status`.
 */
const open = (context: Context, found: Found): string => {
  const { attempt, verification } = found
  const isExpired =
    verification.status === 'expired' ||
    (verification.expireAt ?? 0) <= context.instance.clock.now()
  if (isExpired) return 'expired'
  // opened again, as mail scanners do first: nothing more happens
  if (verification.status === 'verified') return 'verified'
  if (attempt.status === 'abandoned' || attempt.status === 'complete') return 'failed'
  if (isOtherClient(context, found)) return 'client_mismatch'
  verification.status = 'verified'
  verification.verifiedAtClient = context.client?.id ?? null
  try {
    found.proceed()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    verification.status = 'failed'
    return 'failed'
  }
  return 'verified'
}

/**
 * Opens the link of an email.
 *
 * @returns where it leads.
 * @throws ApiError 400 for a token that no link has.
 */
export const openEmailLink = (context: Context, token: string): string => {
  const [id = '', secret] = token.split('.')
  const found =
    findSignInLink(context, id) ??
    findSignUpLink(context, id) ??
    findIdentificationLink(context, id)
  if (!found?.verification.redirect || found.verification.code !== secret) throw linkInvalid()
  const status = open(context, found)
  const session = status === 'verified' ? found.attempt.createdSessionId : null
  return withQuery(found.verification.redirect.redirectUrl, {
    __clerk_status: status,
    __clerk_created_session: session,
  })
}
