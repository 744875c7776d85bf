import { alreadyVerified, paramMissing, paramValueInvalid } from '../../lib/api-errors.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import type { Context } from '../context.ts'
import { beginRedirect, isExternal } from '../factors/external.ts'
import { assertEnabled, strategyNamed } from '../factors/strategies.ts'
import type { Claim, IdentifierProof, Strategy } from '../factors/strategy.ts'
import type { Params } from '../params.ts'

/** Where a sign-up keeps an identifier, and how far its verification is. */
const slots = {
  email_address: { field: 'emailAddress', slot: 'emailVerification' },
  phone_number: { field: 'phoneNumber', slot: 'phoneVerification' },
  web3_wallet: { field: 'web3Wallet', slot: 'web3Verification' },
} as const

const claimOf = (signUp: SignUpRecord, { of }: IdentifierProof): Claim => {
  const { field, slot } = slots[of]
  const to = signUp[field]
  if (to === null) throw paramMissing(of)
  return { to, ownerId: signUp.id, identificationId: null, verification: signUp[slot] }
}

const verificationNamed = ({ instance }: Context, name: string): Strategy => {
  const strategy = strategyNamed(name)
  if (!strategy.proof && !isExternal(name)) throw paramValueInvalid('strategy')
  assertEnabled(instance, strategy)
  return strategy
}

/**
 * The way of verification that a request names; `null` for none, and for those that only say how
 * one will sign in.
 *
 * @throws ApiError 422 for one that there is not, or that the instance has not.
 */
export const readStrategy = (context: Context, params: Params): string | null => {
  const name = params.text('strategy')
  if (name === null || strategyNamed(name).isOnlyNamedAtSignUp) return null
  return verificationNamed(context, name).name
}

/** Sends what proves an identifier of the sign-up, or says where to go. */
export const sendVerification = (
  context: Context,
  signUp: SignUpRecord,
  name: string,
  params: Params,
): void => {
  const { proof } = verificationNamed(context, name)
  if (proof) {
    const claim = claimOf(signUp, proof)
    if (claim.verification?.status === 'verified') throw alreadyVerified()
    signUp[slots[proof.of].slot] = proof.begin(context, claim, params)
  } else {
    if (signUp.externalVerification?.status === 'verified') throw alreadyVerified()
    signUp.externalVerification = beginRedirect(context, signUp.id, name, params)
  }
}

/** Takes the proof. */
export const verifyProof = (
  context: Context,
  signUp: SignUpRecord,
  name: string,
  params: Params,
): void => {
  const { proof } = verificationNamed(context, name)
  if (!proof?.prove) throw paramValueInvalid('strategy')
  proof.prove(context.instance, claimOf(signUp, proof), params)
}
