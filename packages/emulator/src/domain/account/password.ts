import {
  noPasswordSet,
  paramDisabled,
  paramNil,
  passwordIncorrectIn,
  passwordRequired,
} from '../../lib/api-errors.ts'
import { passwordMatches } from '../../lib/passwords.ts'
import type { SignedInContext } from '../context.ts'
import type { Params } from '../params.ts'
import { closeSessionsOfUser } from '../sessions.ts'
import { readPassword } from '../sign-up/read-fields.ts'
import { digestPassword } from '../users.ts'

const checkCurrent = ({ user }: SignedInContext, params: Params): void => {
  if (user.passwordHash === null) return
  const current = params.required('current_password')
  if (!passwordMatches(current, user.passwordHash)) throw passwordIncorrectIn('current_password')
}

/** Sets a new password; whoever has one must know it. */
export const changePassword = (context: SignedInContext, params: Params): void => {
  const { instance, user } = context
  if (instance.settings.password === 'off') throw paramDisabled('new_password')
  params.required('new_password')
  checkCurrent(context, params)
  const password = readPassword(instance, params, 'new_password')
  if (!password) throw paramNil('new_password')
  const isOthersOut = params.flag('sign_out_of_other_sessions')
  user.passwordHash = digestPassword(instance, password)
  user.passwordUpdatedAt = instance.clock.now()
  if (isOthersOut) closeSessionsOfUser(instance, user, 'revoked', context.session)
}

/** Removes the password, where users may have none. */
export const removePassword = (context: SignedInContext, params: Params): void => {
  const { instance, user } = context
  if (user.passwordHash === null) throw noPasswordSet()
  if (instance.settings.password === 'required') throw passwordRequired()
  checkCurrent(context, params)
  user.passwordHash = null
  user.passwordUpdatedAt = instance.clock.now()
}
