import { resourceNotFound } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { forgetUnusedBackupCodes } from '../account/backup-codes.ts'

type Kind = 'totp' | 'backup_codes' | 'phone_numbers'

const kinds: Readonly<
  Record<Kind, { has(user: UserRecord): boolean; remove(user: UserRecord): void }>
> = {
  totp: {
    has: user => user.totpSecret !== null,
    remove: user => {
      user.totpSecret = null
      user.totpUsedPeriod = null
    },
  },
  backup_codes: {
    has: user => user.backupCodes.length > 0,
    remove: user => {
      user.backupCodes = []
    },
  },
  phone_numbers: {
    has: user => user.phoneNumbers.some(phone => phone.reservedForSecondFactor),
    remove: user => {
      for (const phone of user.phoneNumbers) {
        phone.reservedForSecondFactor = false
        phone.defaultSecondFactor = false
      }
    },
  },
}

/** Takes second factors of these kinds away. @throws ApiError 404 for a user that has none. */
export const removeFactors = (
  instance: Instance,
  user: UserRecord,
  removed: readonly Kind[],
): void => {
  if (!removed.some(kind => kinds[kind].has(user))) throw resourceNotFound('Second factor')
  for (const kind of removed) kinds[kind].remove(user)
  forgetUnusedBackupCodes(instance, user)
}
