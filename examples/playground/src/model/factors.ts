import type {
  EnterpriseFactor,
  FirstFactor,
  OAuthFactor,
  OAuthStrategy,
  ResetPasswordStrategy,
} from '@clientele/core'
import type { SignInMethod } from './attempt-step.ts'

/** Providers that the example offers; the emulator has them until it is told otherwise. */
export const providers: readonly { readonly strategy: OAuthStrategy; readonly name: string }[] = [
  { strategy: 'oauth_google', name: 'Google' },
  { strategy: 'oauth_github', name: 'GitHub' },
]

const names: Readonly<Record<string, string>> = {
  password: 'Password',
  email_code: 'Code by e-mail',
  email_link: 'Link by e-mail',
  phone_code: 'Code by phone',
  reset_password_email_code: 'Forgot the password: code by e-mail',
  reset_password_phone_code: 'Forgot the password: code by phone',
  passkey: 'Passkey',
  totp: 'Code of the authenticator app',
  backup_code: 'Backup code',
  enterprise_sso: 'Company sign-in',
}

/** A factor in words, with the part of the address that the server shows. */
export const nameOfFactor = (method: SignInMethod): string => {
  const { strategy } = method
  const safeIdentifier = 'safeIdentifier' in method ? method.safeIdentifier : undefined
  const name =
    names[strategy] ??
    providers.find(each => each.strategy === strategy)?.name ??
    strategy.replace(/_/g, ' ')
  return safeIdentifier === undefined ? name : `${name} to ${safeIdentifier}`
}

/** What one knows or reads off. */
export type TypedStrategy = 'password' | 'totp' | 'backup_code'

/** Whether one types the proof at once: nothing has to be sent first. */
export const isTypedStrategy = (strategy: string | undefined): strategy is TypedStrategy =>
  strategy === 'password' || strategy === 'totp' || strategy === 'backup_code'

/** Whether it stepActions to another page and back. */
export const isProvider = (factor: FirstFactor): factor is OAuthFactor | EnterpriseFactor =>
  /^(oauth_|enterprise_sso$)/.test(factor.strategy)

/** What a code of the first factor proves. */
type FirstCode = 'email_code' | 'phone_code' | ResetPasswordStrategy
/** What a code of the second factor proves. */
type SecondCode = 'email_code' | 'phone_code' | 'totp' | 'backup_code'

/** What a code proves wherever it is asked for. */
export const isCode = (strategy: string): strategy is 'email_code' | 'phone_code' =>
  strategy === 'email_code' || strategy === 'phone_code'

export const isFirstCode = (strategy: string): strategy is FirstCode =>
  isCode(strategy) ||
  strategy === 'reset_password_email_code' ||
  strategy === 'reset_password_phone_code'

export const isSecondCode = (strategy: string): strategy is SecondCode =>
  isCode(strategy) || strategy === 'totp' || strategy === 'backup_code'

/** The digits of what was typed or pasted, six at most: `123 456` from a message is a code too. */
export const toCode = (text: string): string => text.replace(/\D/g, '').slice(0, 6)
