import {
  alreadyVerified,
  paramDisabled,
  paramMissing,
  paramValueInvalid,
} from '../../lib/api-errors.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import type { Context } from '../context.ts'
import { sendLink } from '../factors/email-link.ts'
import { beginRedirect, hasProvider, isExternal } from '../factors/external.ts'
import { sendCode, verifyCode } from '../factors/one-time-code.ts'
import { askForSignature, verifySignature, web3Strategies } from '../factors/web3.ts'
import type { Params } from '../params.ts'

/** A way to verify what a sign-up supplied. */
interface SignUpVerification {
  send(context: Context, signUp: SignUpRecord, params: Params): void
  /** Absent when the proof comes by another way: a link, a provider. */
  prove?(context: Context, signUp: SignUpRecord, params: Params): void
}

const required = (name: string, value: string | null): string => {
  if (value === null) throw paramMissing(name)
  return value
}

const codeBy = (
  strategy: string,
  param: string,
  field: 'emailAddress' | 'phoneNumber',
  slot: 'emailVerification' | 'phoneVerification',
): SignUpVerification => ({
  send: ({ instance }, signUp) => {
    const to = required(param, signUp[field])
    if (signUp[slot]?.status === 'verified') throw alreadyVerified()
    signUp[slot] = sendCode(instance, strategy, { to, identificationId: null }, signUp[slot])
  },
  prove: ({ instance }, signUp, params) => {
    verifyCode(instance, signUp[slot], strategy, params.required('code'))
  },
})

const emailLink: SignUpVerification = {
  send: (context, signUp, params) => {
    const to = required('email_address', signUp.emailAddress)
    if (signUp.emailVerification?.status === 'verified') throw alreadyVerified()
    const recipient = { to, identificationId: null }
    signUp.emailVerification = sendLink(
      context,
      signUp.id,
      recipient,
      signUp.emailVerification,
      params,
    )
  },
}

const external = (strategy: string): SignUpVerification => ({
  send: (context, signUp, params) => {
    if (signUp.externalVerification?.status === 'verified') throw alreadyVerified()
    signUp.externalVerification = beginRedirect(context, signUp.id, strategy, params)
  },
})

const wallet = (strategy: string): SignUpVerification => ({
  send: ({ instance }, signUp) => {
    required('web3_wallet', signUp.web3Wallet)
    if (signUp.web3Verification?.status === 'verified') throw alreadyVerified()
    signUp.web3Verification = askForSignature(instance, strategy, null)
  },
  prove: (_, signUp, params) => {
    const address = required('web3_wallet', signUp.web3Wallet)
    verifySignature(signUp.web3Verification, strategy, address, params.required('signature'))
  },
})

const table: ReadonlyMap<string, SignUpVerification> = new Map([
  ['email_code', codeBy('email_code', 'email_address', 'emailAddress', 'emailVerification')],
  ['email_link', emailLink],
  ['phone_code', codeBy('phone_code', 'phone_number', 'phoneNumber', 'phoneVerification')],
  ...web3Strategies.map(strategy => [strategy, wallet(strategy)] as const),
])

const verificationNamed = ({ instance }: Context, strategy: string): SignUpVerification => {
  const found = isExternal(strategy) ? external(strategy) : table.get(strategy)
  if (!found) throw paramValueInvalid('strategy')
  const isDisabled = instance.settings.disabledStrategies.some(disabled => disabled === strategy)
  if (isDisabled || (isExternal(strategy) && !hasProvider(instance, strategy)))
    throw paramDisabled('strategy')
  return found
}

/**
 * The way of verification that a request names; `null` for none, and for `password` and `ticket`,
 * which say how one will prove oneself and ask for nothing now.
 *
 * @throws ApiError 422 for one that there is not, or that the instance has not.
 */
export const readStrategy = (context: Context, params: Params): string | null => {
  const strategy = params.text('strategy')
  if (strategy === null || strategy === 'password' || strategy === 'ticket') return null
  if (/^(oauth_token_\w+|google_one_tap)$/.test(strategy)) throw paramDisabled('strategy')
  verificationNamed(context, strategy)
  return strategy
}

/** Sends what proves an identifier of the sign-up, or says where to go. */
export const sendVerification = (
  context: Context,
  signUp: SignUpRecord,
  strategy: string,
  params: Params,
): void => verificationNamed(context, strategy).send(context, signUp, params)

/** Takes the proof. */
export const verifyProof = (
  context: Context,
  signUp: SignUpRecord,
  strategy: string,
  params: Params,
): void => {
  const { prove } = verificationNamed(context, strategy)
  if (!prove) throw paramValueInvalid('strategy')
  prove(context, signUp, params)
}
