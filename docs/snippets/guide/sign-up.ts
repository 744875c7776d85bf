import { signUpForm } from '@clientele/core/attempt-form'
import { store } from './store.ts'

// #region begin
const signUp = signUpForm(store)

export const begin = async (emailAddress: string, password: string) => {
  const { create, prepareVerification } = signUp.get()
  const { error, signUp: attempt } = await create({ emailAddress, password })
  if (error) return // the form shows errors.fields.emailAddress and errors.fields.password
  const { next } = attempt
  if (next.kind === 'verify') await prepareVerification({ strategy: 'email_code' })
}
// #endregion begin

// #region verify
export const verify = async (code: string) => {
  const { attemptVerification } = signUp.get()
  const { signUp: attempt } = await attemptVerification({ strategy: 'email_code', code })
  if (attempt.next.kind === 'complete') await store.setActive({ session: attempt.next.sessionId })
  // What else the instance asks for, such as a user name.
  if (attempt.next.kind === 'fields') return attempt.next.fields
  return []
}
// #endregion verify

// #region fields
export const complete = async (values: { username?: string; legalAccepted?: boolean }) => {
  await signUp.get().update(values)
}
// #endregion fields
