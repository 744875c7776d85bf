import { verificationOf } from '../domain/account/identifications.ts'
import type { Instance } from '../model/instance.ts'
import type { PasskeyRecord } from '../model/records/user.ts'
import { verified } from './identifications.ts'
import { toVerificationJson } from './verification.ts'

/** A passkey; one that is only begun has what its authenticator is asked for. */
export const toPasskeyJson = (instance: Instance, passkey: PasskeyRecord) => ({
  id: passkey.id,
  object: 'passkey',
  name: passkey.name,
  last_used_at: passkey.lastUsedAt,
  verification: passkey.verified
    ? verified('verification_passkey', 'passkey', passkey.createdAt)
    : toVerificationJson(verificationOf(instance, passkey)),
  created_at: passkey.createdAt,
  updated_at: passkey.updatedAt,
})
