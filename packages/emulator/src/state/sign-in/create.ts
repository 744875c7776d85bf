import type { ClientRecord, SignInRecord, UserRecord } from '../../database.ts'
import { type Call, ensureClient, signedInOf } from '../../http/call.ts'
import type { Params } from '../../http/params.ts'
import type { Instance } from '../../instance.ts'
import {
  alreadySignedIn,
  identifierNotFound,
  paramDisabled,
  sessionExists,
  signUpIfMissingNotAllowed,
  transferInvalid,
  userBanned,
} from '../../refusals.ts'
import { markChanged } from '../changes.ts'
import { findUserBy } from '../users.ts'
import { advance } from './advance.ts'
import { factorNamed } from './factor.ts'
import { subjectOf } from './subject.ts'

const blankSignIn = (instance: Instance): SignInRecord => {
  const now = instance.clock.now()
  return {
    id: instance.ids.next('sia'),
    clientId: '',
    status: 'needs_identifier',
    identifier: null,
    userId: null,
    pretendedId: null,
    firstFactorVerification: null,
    createdSessionId: null,
    abandonAt: now + instance.settings.attemptLifetime,
    createdAt: now,
  }
}

// Refusals come before the first change, so that a refused sign-in leaves no trace: no client, no attempt.
const identify = (call: Call, identifier: string): UserRecord | null => {
  const user = findUserBy(call.instance, identifier)
  if (!user && !call.instance.settings.enumerationProtection) throw identifierNotFound()
  if (!user) return null
  if (user.banned) throw userBanned()
  const existing = signedInOf(call).find(session => session.userId === user.id)
  if (existing) throw alreadySignedIn(existing.id)
  return user
}

const adopt = (instance: Instance, client: ClientRecord, signIn: SignInRecord): void => {
  const replaced = instance.database.signIns.get(client.signInId ?? '')
  if (replaced) replaced.status = 'abandoned'
  signIn.clientId = client.id
  instance.database.signIns.set(signIn.id, signIn)
  client.signInId = signIn.id
  markChanged(instance, client)
}

// Ways to sign in that the Frontend API has and this instance has not enabled.
const checkOffered = (params: Params): void => {
  if (params.flag('transfer')) throw transferInvalid()
  if (params.flag('sign_up_if_missing')) throw signUpIfMissingNotAllowed()
  const used = ['ticket', 'token'].find(param => params.text(param) !== null)
  if (used) throw paramDisabled(used)
}

const nameSubject = (call: Call, signIn: SignInRecord, identifier: string): UserRecord | null => {
  const user = identify(call, identifier)
  signIn.status = 'needs_first_factor'
  signIn.identifier = identifier
  signIn.userId = user?.id ?? null
  if (!user) signIn.pretendedId = call.instance.ids.next('idn')
  return subjectOf(call.instance, signIn)
}

/** Creates the caller's sign-in, in place of the current one, and goes as far as the parameters allow (section 5.2). */
export const createSignIn = (call: Call, params: Params): SignInRecord => {
  const { instance } = call
  checkOffered(params)
  if (instance.settings.singleSession && signedInOf(call).length > 0) throw sessionExists()
  const factor = factorNamed(params.text('strategy') ?? (params.has('password') ? 'password' : null))
  const identifier = factor ? params.required('identifier') : params.text('identifier')
  const signIn = blankSignIn(instance)
  const subject = identifier === null ? null : nameSubject(call, signIn, identifier)
  const progress = subject && { instance, signIn, subject, onCounted: () => undefined }
  const prepared = progress && factor?.prepare?.(progress, params)
  const proven = progress && !prepared ? factor?.attempt(progress, params) : null
  const client = ensureClient(call)
  adopt(instance, client, signIn)
  if (prepared) signIn.firstFactorVerification = prepared
  if (proven) advance(instance, client, signIn, proven)
  return signIn
}
