import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { codeIncorrect, strategyForUserInvalid } from '../../lib/api-errors.ts'
import { assertMayGuess } from '../lockout.ts'
import type { Factor } from './factor.ts'
import { verifiedBy } from './new-verification.ts'
import type { Strategy } from './strategy.ts'

/**
 * What is kept instead of a backup code. Case and blanks do not matter: people type them off paper.
 */
export const digestBackupCode = (code: string): string =>
  bytesToHex(sha256(utf8ToBytes(code.replace(/[\s-]/g, '').toLowerCase())))

const factor: Factor = {
  strategy: 'backup_code',
  factorsOf: user => (user.backupCodes.length === 0 ? [] : [{ strategy: 'backup_code' }]),
  attempt: ({ context: { instance }, subject }, params) => {
    const digest = digestBackupCode(params.required('code'))
    if (subject.backupCodes.length === 0) throw strategyForUserInvalid()
    if (!subject.backupCodes.includes(digest))
      throw assertMayGuess(instance, subject, codeIncorrect())
    subject.backupCodes = subject.backupCodes.filter(kept => kept !== digest)
    return verifiedBy('backup_code')
  },
}

/** A second factor: one of the codes a user put by; each works once. */
export const backupCode: Strategy = {
  name: 'backup_code',
  object: 'verification_backup_code',
  attribute: 'backup_code',
  secondFactor: factor,
}
