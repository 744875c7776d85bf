import type { ClienteleStore } from '@clientele/core'
import { signUpForm } from '@clientele/core/attempt-form'
import { createAttempt } from './attempt-form.ts'
import { button, element } from './element.ts'

/** Shows what `next` asks for. */
export const createSignUp = (store: ClienteleStore): HTMLElement =>
  createAttempt(store, signUpForm(store), signUp => {
    const { next, fetchStatus, errors, prepareVerification } = signUp

    // An address is verified by a code, which has to be sent.
    const isPhone = next?.kind === 'verify' && next.field === 'phoneNumber'
    const strategy = isPhone ? 'phone_code' : 'email_code'
    if (next?.kind === 'verify' && !next.pending && fetchStatus === 'idle' && !errors.all[0])
      void prepareVerification({ strategy })

    const submit = ({ code, legalAccepted, ...values }: Readonly<Record<string, string>>) => {
      if (code) return signUp.attemptVerification({ strategy, code })
      const params = { ...values, ...(legalAccepted && { legalAccepted: true }) }
      return next?.kind === 'fields' ? signUp.update(params) : signUp.create(params)
    }
    const fields = next && 'fields' in next ? next.fields : []
    return {
      title: isPhone ? 'Verify your phone' : 'Create an account',
      fields: next?.kind === 'verify' ? ['code'] : fields,
      submit,
      others: [
        next?.kind === 'start'
          ? element('a', { href: '#sign-in' }, 'Sign in instead')
          : button('Start again', signUp.reset),
      ],
    }
  })
