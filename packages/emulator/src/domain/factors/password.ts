import {
  passwordIncorrect,
  passwordOrIdentifierIncorrect,
  strategyForUserInvalid,
} from '../../lib/api-errors.ts'
import { passwordMatches } from '../../lib/passwords.ts'
import { assertMayGuess } from '../lockout.ts'
import type { Factor } from './factor.ts'
import { verifiedBy } from './new-verification.ts'
import type { Strategy } from './strategy.ts'

const factor: Factor = {
  strategy: 'password',
  factorsOf: user => (user.passwordHash === null ? [] : [{ strategy: 'password' }]),
  attempt: ({ context: { instance }, owner, subject }, params) => {
    const given = params.required('password')
    const { enumerationProtection } = instance.settings
    if (subject.passwordHash === null && !enumerationProtection) throw strategyForUserInvalid()
    if (passwordMatches(given, subject.passwordHash ?? '')) return verifiedBy('password')
    if (owner.userId === null) throw passwordOrIdentifierIncorrect()
    throw assertMayGuess(
      instance,
      subject,
      enumerationProtection ? passwordOrIdentifierIncorrect() : passwordIncorrect(),
    )
  },
}

/** Sign-in by password: nothing to prepare. */
export const password: Strategy = {
  name: 'password',
  object: 'verification_password',
  attribute: 'username',
  isOffered: settings => settings.password !== 'off',
  firstFactor: factor,
  reverifies: true,
  isOnlyNamedAtSignUp: true,
  needsTrust: true,
}
