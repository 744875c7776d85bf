import type { ClienteleStore } from '@clientele/core'
import { signUpForm } from '@clientele/core/attempt-form'
import { createAttempt } from './attempt-form.ts'
import { link } from './element.ts'

export const createSignUp = (store: ClienteleStore): HTMLElement =>
  createAttempt(store, signUpForm(store), ({ next, fetchStatus, errors, prepareVerification }) => {
    const isPhone = next?.kind === 'verify' && next.field === 'phoneNumber'
    if (next?.kind === 'verify' && !next.pending && fetchStatus === 'idle' && !errors.all[0])
      void prepareVerification({ strategy: isPhone ? 'phone_code' : 'email_code' })
    return {
      title: isPhone ? 'Verify your phone' : 'Create an account',
      others: next?.kind === 'start' ? [link('#sign-in', 'Sign in instead')] : [],
    }
  })
