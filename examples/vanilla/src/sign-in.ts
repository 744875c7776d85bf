import type { ClienteleStore, FirstFactor, SecondFactor } from '@clientele/core'
import { type SignInForm, signInForm } from '@clientele/core/attempt-form'
import { createAttempt } from './attempt-form.ts'
import { button, element } from './element.ts'

/** The factors that this application offers. */
const names = {
  password: 'Password',
  email_code: 'Code by email',
  phone_code: 'Code by text message',
  reset_password_email_code: 'I forgot my password',
  totp: 'Code of an authenticator app',
  backup_code: 'Backup code',
} as const
type Factor = Extract<FirstFactor | SecondFactor, { strategy: keyof typeof names }>
const isOffered = (factor: FirstFactor | SecondFactor): factor is Factor => factor.strategy in names

/** Sends the password or the code. */
const prove = (signIn: SignInForm, { strategy }: Factor, { password = '', code = '' }) => {
  if (strategy === 'password') return signIn.attemptFirstFactor({ strategy, password })
  if (strategy === 'totp' || strategy === 'backup_code')
    return signIn.attemptSecondFactor({ strategy, code })
  return signIn.next?.kind === 'first_factor' || strategy === 'reset_password_email_code'
    ? signIn.attemptFirstFactor({ strategy, code })
    : signIn.attemptSecondFactor({ strategy, code })
}

/** Which factors there are, and which of them is asked for now. */
const pick = (next: SignInForm['next'], chosen: string) => {
  const { factors = [], pending } = next && 'factors' in next ? next : {}
  const offered = [...factors].filter(isOffered)
  const find = (name = '') => offered.find(({ strategy }) => strategy === name)
  const made = offered.find(({ strategy }) => chosen === `${next?.kind} ${strategy}`)
  return { offered, current: made ?? find(pending?.strategy) ?? find('password') ?? find('totp') }
}

/** Shows what `next` asks for. */
export const createSignIn = (store: ClienteleStore): HTMLElement => {
  let chosen = ''
  return createAttempt(store, signInForm(store), (signIn, render) => {
    const { next } = signIn
    const { offered, current } = pick(next, chosen)
    const choose = (factor: Factor) => {
      chosen = `${next?.kind} ${factor.strategy}`
      // What is not sent is typed at once.
      if (factor.strategy === 'reset_password_email_code') void signIn.prepareFirstFactor(factor)
      if (factor.strategy === 'email_code' || factor.strategy === 'phone_code')
        void (next?.kind === 'first_factor'
          ? signIn.prepareFirstFactor(factor)
          : signIn.prepareSecondFactor(factor))
      render()
    }
    const submit = ({ identifier = '', ...proof }) => {
      if (next?.kind === 'new_password') return signIn.resetPassword({ password: '', ...proof })
      return current ? prove(signIn, current, proof) : signIn.create({ identifier })
    }
    const other = offered.filter(factor => factor !== current)
    const fields = next && 'fields' in next ? next.fields : []
    return {
      title: current ? names[current.strategy] : 'Sign in',
      fields: current ? [current.strategy === 'password' ? 'password' : 'code'] : fields,
      submit,
      others: [
        ...other.map(factor => button(names[factor.strategy], () => choose(factor))),
        next?.kind === 'start'
          ? element('a', { href: '#sign-up' }, 'Create an account')
          : button('Start again', signIn.reset),
      ],
    }
  })
}
