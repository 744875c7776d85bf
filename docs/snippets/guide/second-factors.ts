import { signInForm } from '@clientele/core/attempt-form'
import { store } from './store.ts'

const signIn = signInForm(store)

// #region choose
/** Begins the first factor that can be typed; `null` when there is none. */
export const chooseSecondFactor = async () => {
  const { next, prepareSecondFactor } = signIn.get()
  if (next?.kind !== 'second_factor' && next?.kind !== 'client_trust') return null
  const factor = next.factors.find(({ strategy }) => strategy !== 'email_link')
  if (factor?.strategy === 'phone_code') {
    const { phoneNumberId } = factor
    await prepareSecondFactor({ strategy: 'phone_code', phoneNumberId })
  }
  return factor ?? null
}
// #endregion choose

// #region attempt
export const attempt = async (strategy: 'totp' | 'phone_code' | 'backup_code', code: string) => {
  const { error, signIn: after } = await signIn.get().attemptSecondFactor({ strategy, code })
  if (after.next.kind === 'complete') await store.setActive({ session: after.next.sessionId })
  return error
}
// #endregion attempt
