import type { FactorRecord } from '@clientele/core'

/** Providers that the example offers; the emulator has them until it is told otherwise. */
export const providers: readonly { readonly strategy: string; readonly name: string }[] = [
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
export const nameOfFactor = ({ strategy, safeIdentifier }: FactorRecord): string => {
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

/** Whether it leads to another page and back. */
export const isProvider = (strategy: string): boolean => /^(oauth_|enterprise_sso$)/.test(strategy)

/** The digits of what was typed or pasted, six at most: `123 456` from a message is a code too. */
export const toCode = (text: string): string => text.replace(/\D/g, '').slice(0, 6)
