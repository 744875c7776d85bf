import {
  passwordIncorrect,
  passwordOrIdentifierIncorrect,
  strategyForUserInvalid,
} from '../../lib/api-errors.ts'
import { passwordMatches } from '../../lib/passwords.ts'
import { assertMayGuess } from '../lockout.ts'
import type { Factor } from './factor.ts'
import { verifiedBy } from './new-verification.ts'

/** Sign-in by password: nothing to prepare. */
export const passwordFactor: Factor = {
  strategy: 'password',
  factorsOf: user => (user.passwordHash === null ? [] : [{ strategy: 'password' }]),
  attempt: ({ context: { instance }, owner, subject }, params) => {
    const password = params.required('password')
    const { enumerationProtection } = instance.settings
    if (subject.passwordHash === null && !enumerationProtection) throw strategyForUserInvalid()
    if (passwordMatches(password, subject.passwordHash ?? '')) return verifiedBy('password')
    if (owner.userId === null) throw passwordOrIdentifierIncorrect()
    throw assertMayGuess(
      instance,
      subject,
      enumerationProtection ? passwordOrIdentifierIncorrect() : passwordIncorrect(),
    )
  },
}
