// #region all
import { signInForm } from '@clientele/core/attempt-form'
import { store } from './store.ts'

const signIn = signInForm(store)

/** 1. Sends a code to the address of the account. */
export const forgot = async (identifier: string) => {
  const { create } = signIn.get()
  return create({ strategy: 'reset_password_email_code', identifier })
}

/** 2. The code that was sent: `next.kind` is `new_password` then. */
export const enterCode = (code: string) =>
  signIn.get().attemptFirstFactor({ strategy: 'reset_password_email_code', code })

/** 3. The new password. A second factor is asked for where the account has one. */
export const enterPassword = async (password: string) => {
  const { resetPassword } = signIn.get()
  const { signIn: after } = await resetPassword({ password, signOutOfOtherSessions: true })
  if (after.next.kind === 'complete') await store.setActive({ session: after.next.sessionId })
}
// #endregion all
