import { ticketCannotSignUp, transferInvalid } from '../../lib/api-errors.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import { detach, makeCurrent } from '../attempts.ts'
import { checkCaptchaSolved, checkCaptchaToken } from '../captcha.ts'
import { type Context, ensureClient } from '../context.ts'
import { verifiedBy } from '../factors/new-verification.ts'
import type { Params } from '../params.ts'
import { assertNotSignedInOn } from '../sessions.ts'
import { usableTicket } from '../tickets.ts'
import { completeIfReady } from './complete.ts'
import { copyFromProvider } from './provider-account.ts'
import { readSupplied } from './supply.ts'
import { readStrategy, sendVerification } from './verification.ts'

const blankSignUp = ({ instance }: Context): SignUpRecord => {
  const now = instance.clock.now()
  return {
    id: instance.ids.next('sua'),
    clientId: '',
    status: 'missing_requirements',
    emailAddress: null,
    emailVerification: null,
    phoneNumber: null,
    phoneVerification: null,
    web3Wallet: null,
    web3Verification: null,
    externalVerification: null,
    providerAccountId: null,
    ticketId: null,
    externalId: null,
    customAction: false,
    publicMetadata: {},
    username: null,
    firstName: null,
    lastName: null,
    passwordHash: null,
    unsafeMetadata: {},
    legalAcceptedAt: null,
    locale: null,
    createdSessionId: null,
    createdUserId: null,
    abandonAt: now + instance.settings.attemptLifetime,
    createdAt: now,
  }
}

// A sign-in by a provider whose account nobody has: it becomes a sign-up.
const takeSignIn = (context: Context, signUp: SignUpRecord): void => {
  const signIn = context.instance.database.signIns.get(context.client?.signInId ?? '')
  const verification = signIn?.firstFactorVerification
  const account = context.instance.database.providerAccounts.get(signIn?.providerAccountId ?? '')
  if (verification?.status !== 'transferable' || !account) throw transferInvalid()
  signUp.externalVerification = { ...verification, status: 'verified', error: null }
  copyFromProvider(context.instance, signUp, account)
  if (signIn) detach(context.client, 'signInId', signIn)
}

// An invitation: its address is verified by having reached it.
const takeTicket = (context: Context, params: Params, signUp: SignUpRecord): void => {
  const text =
    params.text('strategy') === 'ticket' ? params.required('ticket') : params.text('ticket')
  if (text === null) return
  const ticket = usableTicket(context.instance, text)
  if (ticket.kind === 'sign_in_token') throw ticketCannotSignUp()
  signUp.ticketId = ticket.id
  // that of an invitation to an organization goes to the membership
  if (ticket.kind === 'invitation') signUp.publicMetadata = ticket.publicMetadata
  signUp.emailAddress = ticket.emailAddress
  signUp.emailVerification = verifiedBy('ticket')
}

const begin = (context: Context, params: Params, signUp: SignUpRecord): void => {
  const strategy = readStrategy(context, params)
  if (strategy !== null) sendVerification(context, signUp, strategy, params)
}

const checkCaptcha = (context: Context, params: Params): void => {
  checkCaptchaSolved(context)
  if (context.instance.settings.captcha === 'sign-up' && !params.flag('transfer'))
    checkCaptchaToken(params)
}

/** Creates the caller's sign-up, in place of the current one. */
export const createSignUp = (context: Context, params: Params): SignUpRecord => {
  const { instance } = context
  checkCaptcha(context, params)
  assertNotSignedInOn(instance, context.client?.id ?? null, null)
  const signUp = { ...blankSignUp(context), ...readSupplied(instance, params, null) }
  takeTicket(context, params, signUp)
  if (params.flag('transfer')) takeSignIn(context, signUp)
  begin(context, params, signUp)
  const client = ensureClient(context)
  makeCurrent(client, instance.database.signUps, 'signUpId', signUp)
  completeIfReady(context, signUp)
  return signUp
}
