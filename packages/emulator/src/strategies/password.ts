import { passwordMatches } from '../passwords.ts'
import { passwordIncorrect, passwordOrIdentifierIncorrect, strategyForUserInvalid } from '../refusals.ts'
import type { FirstFactor } from './first-factor.ts'

/** Sign-in by password: nothing to prepare. */
export const passwordFactor: FirstFactor = {
  strategy: 'password',
  factorsOf: user => (user.passwordHash === null ? [] : [{ strategy: 'password' }]),
  attempt: ({ instance, subject }, params) => {
    const password = params.required('password')
    const { enumerationProtection } = instance.settings
    if (subject.passwordHash === null && !enumerationProtection) throw strategyForUserInvalid()
    if (!passwordMatches(password, subject.passwordHash ?? '')) {
      throw enumerationProtection ? passwordOrIdentifierIncorrect() : passwordIncorrect()
    }
    return {
      strategy: 'password',
      status: 'verified',
      attempts: 1,
      expireAt: null,
      code: null,
      sentAt: null,
      identificationId: null,
    }
  },
}
