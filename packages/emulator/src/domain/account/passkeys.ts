import {
  alreadyVerified,
  featureNotEnabled,
  identifierExists,
  resourceNotFound,
  verificationExpired,
  verificationMissing,
} from '../../lib/api-errors.ts'
import { newRecord } from '../../model/new-record.ts'
import type { PasskeyRecord } from '../../model/records/user.ts'
import type { SignedInContext } from '../context.ts'
import { askForPasskey, readNewPasskey } from '../factors/new-passkey.ts'
import { holderOf, passkey as passkeyStrategy, passkeysOf } from '../factors/passkey.ts'
import { isEnabled } from '../factors/strategies.ts'
import type { Params } from '../params.ts'
import { beginVerification, verificationOf } from './identifications.ts'

/** A passkey of the caller, proven or not. @throws ApiError 404 for any other. */
export const findPasskey = ({ user }: SignedInContext, id: string): PasskeyRecord => {
  const passkey = user.passkeys.find(candidate => candidate.id === id)
  if (!passkey) throw resourceNotFound('Passkey', id)
  return passkey
}

/** Begins a passkey, which an authenticator is to make yet; one begun before is given up. */
export const createPasskey = (context: SignedInContext): PasskeyRecord => {
  const { instance, user } = context
  if (!isEnabled(instance, passkeyStrategy)) throw featureNotEnabled()
  const passkey: PasskeyRecord = {
    ...newRecord(instance, 'idn'),
    name: context.device ?? 'Passkey',
    credentialId: '',
    publicKey: '',
    signCount: 0,
    lastUsedAt: null,
    verified: false,
  }
  for (const { id, verified } of user.passkeys)
    if (!verified) instance.database.identificationVerifications.delete(id)
  user.passkeys = [...passkeysOf(user), passkey]
  const [email] = user.emailAddresses
  const name = user.username ?? email?.emailAddress ?? user.id
  beginVerification(context, passkey, askForPasskey(context, user, name))
  return passkey
}

/** Takes what an authenticator made. @throws ApiError unless it was made for this. */
export const attemptPasskey = (
  context: SignedInContext,
  passkey: PasskeyRecord,
  params: Params,
): void => {
  const { instance } = context
  params.oneOf('strategy', ['passkey'])
  const text = params.required('public_key_credential')
  if (passkey.verified) throw alreadyVerified()
  const verification = verificationOf(instance, passkey)
  if (!verification) throw verificationMissing()
  if (verification.status === 'expired') throw verificationExpired()
  const made = readNewPasskey(context, verification, text)
  if (holderOf(instance, made.credentialId)) throw identifierExists('public_key_credential')
  Object.assign(passkey, made, { verified: true })
  instance.database.identificationVerifications.delete(passkey.id)
}

/** Names a passkey. */
export const renamePasskey = (passkey: PasskeyRecord, params: Params): void => {
  if (params.has('name')) passkey.name = params.text('name')
}

/** Forgets a passkey: nobody signs in by it any more. */
export const deletePasskey = (
  { instance, user }: SignedInContext,
  passkey: PasskeyRecord,
): void => {
  user.passkeys = user.passkeys.filter(kept => kept !== passkey)
  instance.database.identificationVerifications.delete(passkey.id)
}
