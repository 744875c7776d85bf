import { totpUriOf } from '../domain/factors/totp.ts'
import { primaryEmailOf } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import type { PendingTotpRecord } from '../model/records/pending-totp.ts'
import type { UserRecord } from '../model/records/user.ts'

/** An authenticator app that is to be set up: the only answer with its secret. */
export const toPendingTotpJson = (
  instance: Instance,
  user: UserRecord,
  { id, secret, createdAt }: PendingTotpRecord,
) => {
  const label = primaryEmailOf(user)?.emailAddress ?? user.username ?? user.id
  return {
    object: 'totp',
    id,
    secret,
    uri: totpUriOf(secret, instance.settings.applicationName, label),
    verified: false,
    backup_codes: null,
    created_at: createdAt,
    updated_at: createdAt,
  }
}

/** An authenticator app that was proven just now, and the backup codes that came with it. */
export const toTotpJson = (
  instance: Instance,
  app: PendingTotpRecord,
  backupCodes: readonly string[] | null,
) => ({
  object: 'totp',
  id: app.id,
  secret: null,
  uri: null,
  verified: true,
  backup_codes: backupCodes,
  created_at: app.createdAt,
  updated_at: instance.clock.now(),
})

/** Backup codes, told once. */
export const toBackupCodesJson = (instance: Instance, codes: readonly string[]) => ({
  object: 'backup_code',
  id: instance.ids.next('bckp'),
  codes,
  created_at: instance.clock.now(),
  updated_at: instance.clock.now(),
})
