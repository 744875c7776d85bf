import { type Call, ensureClient } from '../../http/call.ts'
import type { Params } from '../../http/params.ts'
import { ticketCannotSignUp, transferInvalid } from '../../lib/api-errors.ts'
import type { SignUpRecord } from '../../model/records/attempts.ts'
import { adopt, release } from '../attempts.ts'
import { checkCaptchaSolved, checkCaptchaToken } from '../captcha.ts'
import { verifiedBy } from '../factors/new-verification.ts'
import { refuseSignedInOn } from '../sessions.ts'
import { usableTicket } from '../tickets.ts'
import { completeIfReady } from './complete.ts'
import { takeOver } from './provider-account.ts'
import { readSupplied } from './supply.ts'
import { readStrategy, sendVerification } from './verification.ts'

const blankSignUp = ({ instance }: Call): SignUpRecord => {
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

// A sign-in by a provider whose account nobody has: it becomes a sign-up (section 5.4).
const takeSignIn = (call: Call, signUp: SignUpRecord): void => {
  const signIn = call.instance.database.signIns.get(call.client?.signInId ?? '')
  const verification = signIn?.firstFactorVerification
  const account = call.instance.database.providerAccounts.get(signIn?.providerAccountId ?? '')
  if (verification?.status !== 'transferable' || !account) throw transferInvalid()
  signUp.externalVerification = { ...verification, status: 'verified', error: null }
  takeOver(call.instance, signUp, account)
  if (signIn) release(call.client, 'signInId', signIn)
}

// An invitation: its address is verified by having reached it.
const takeTicket = (call: Call, params: Params, signUp: SignUpRecord): void => {
  const text =
    params.text('strategy') === 'ticket' ? params.required('ticket') : params.text('ticket')
  if (text === null) return
  const ticket = usableTicket(call.instance, text)
  if (ticket.kind !== 'invitation') throw ticketCannotSignUp()
  signUp.ticketId = ticket.id
  signUp.publicMetadata = ticket.publicMetadata
  signUp.emailAddress = ticket.emailAddress
  signUp.emailVerification = verifiedBy('ticket')
}

const begin = (call: Call, params: Params, signUp: SignUpRecord): void => {
  const strategy = readStrategy(call, params)
  if (strategy !== null) sendVerification(call, signUp, strategy, params)
}

const checkCaptcha = (call: Call, params: Params): void => {
  checkCaptchaSolved(call)
  if (call.instance.settings.captcha === 'sign-up' && !params.flag('transfer'))
    checkCaptchaToken(params)
}

/** Creates the caller's sign-up, in place of the current one (section 5.3). */
export const createSignUp = (call: Call, params: Params): SignUpRecord => {
  const { instance } = call
  checkCaptcha(call, params)
  refuseSignedInOn(instance, call.client?.id ?? null, null)
  const signUp = { ...blankSignUp(call), ...readSupplied(instance, params, null) }
  takeTicket(call, params, signUp)
  if (params.flag('transfer')) takeSignIn(call, signUp)
  begin(call, params, signUp)
  const client = ensureClient(call)
  adopt(instance, client, instance.database.signUps, 'signUpId', signUp)
  completeIfReady(call, signUp)
  return signUp
}
