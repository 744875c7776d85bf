import { noPasswordReset, paramNil, resourceNotFound } from '../../lib/api-errors.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { Context } from '../context.ts'
import type { Params } from '../params.ts'
import { closeSessionsOfUser } from '../sessions.ts'
import { readPassword } from '../sign-up/read-fields.ts'
import { digestPassword } from '../users.ts'
import { afterFirstFactor } from './advance.ts'
import { assertUnfinished, findSignIn } from './factor-context.ts'

/** Sets a new password after the code to reset it was given, and takes the sign-in on. */
export const resetPassword = (context: Context, id: string, params: Params): SignInRecord => {
  const { instance } = context
  const signIn = findSignIn(context, id)
  assertUnfinished(signIn)
  if (signIn.status !== 'needs_new_password') throw noPasswordReset()
  const user = instance.database.users.get(signIn.userId ?? '')
  if (!user) throw resourceNotFound('User')
  params.required('password')
  const password = readPassword(instance, params)
  if (!password) throw paramNil('password')
  user.passwordHash = digestPassword(instance, password)
  user.passwordUpdatedAt = instance.clock.now()
  if (params.flag('sign_out_of_other_sessions')) closeSessionsOfUser(instance, user, 'revoked')
  afterFirstFactor(context, signIn)
  return signIn
}
