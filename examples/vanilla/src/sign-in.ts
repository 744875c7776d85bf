import type { ClienteleStore } from '@clientele/core'
import { signInForm } from '@clientele/core/attempt-form'
import { createAttempt } from './attempt-form.ts'
import { button, link } from './element.ts'

/** The factors that this application offers. */
const names: Readonly<Record<string, string>> = {
  password: 'Password',
  email_code: 'Code by email',
  phone_code: 'Code by text message',
  reset_password_email_code: 'I forgot my password',
  totp: 'Code of an authenticator app',
  backup_code: 'Backup code',
}

export const createSignIn = (store: ClienteleStore): HTMLElement =>
  createAttempt(store, signInForm(store), ({ next, factor, choose }) => {
    const factors = next && 'factors' in next ? [...next.factors] : []
    const others = factors.filter(each => each !== factor && each.strategy in names)
    return {
      title: names[factor?.strategy ?? ''] ?? 'Sign in',
      others: [
        ...others.map(each => button(names[each.strategy] ?? '', () => choose(each))),
        ...(next?.kind === 'start' ? [link('#sign-up', 'Create an account')] : []),
      ],
    }
  })
