import type { SignInRecord } from '../../database.ts'
import { type Call, signedInOf } from '../../http/call.ts'
import type { Params } from '../../http/params.ts'
import { alreadySignedIn, paramValueInvalid, sessionExists } from '../../refusals.ts'
import { markChanged } from '../changes.ts'
import { advance } from './advance.ts'
import { factorNamed } from './factor.ts'
import { findSignIn, signInProgress } from './progress.ts'

/** Prepares a first factor: sends its code. */
export const prepareFirstFactor = (call: Call, id: string, params: Params): SignInRecord => {
  const [signIn, client] = findSignIn(call, id)
  const progress = signInProgress(call, signIn, client)
  params.required('strategy')
  const prepared = factorNamed(params.text('strategy'))?.prepare?.(progress, params)
  if (!prepared) throw paramValueInvalid('strategy')
  signIn.firstFactorVerification = prepared
  markChanged(call.instance, client)
  return signIn
}

/** Takes the proof of a first factor; when it is right the sign-in goes on. */
export const attemptFirstFactor = (call: Call, id: string, params: Params): SignInRecord => {
  const { instance } = call
  const [signIn, client] = findSignIn(call, id)
  const progress = signInProgress(call, signIn, client)
  params.required('strategy')
  // Another attempt may have signed the same person in since this one began.
  const signedIn = signedInOf(call)
  if (instance.settings.singleSession && signedIn.length > 0) throw sessionExists()
  const existing = signedIn.find(session => session.userId === signIn.userId)
  if (existing) throw alreadySignedIn(existing.id)
  const proven = factorNamed(params.text('strategy'))?.attempt(progress, params)
  if (proven) advance(instance, client, signIn, proven)
  return signIn
}
