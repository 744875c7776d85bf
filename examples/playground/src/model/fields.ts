import type { TypedStrategy } from './factors.ts'

/**
 * An input as people see it. Names of attributes as React spells them; HTML reads them in any case.
 */
export interface FieldTraits {
  readonly label: string
  readonly hint?: string
  readonly type: 'text' | 'email' | 'tel' | 'password' | 'checkbox'
  readonly autoComplete?: string
  readonly autoCapitalize?: 'none'
  readonly inputMode?: 'numeric'
  readonly maxLength?: number
  readonly placeholder?: string
  readonly required?: boolean
  readonly spellCheck?: 'false'
}

const identifier: FieldTraits = {
  label: 'E-mail address, phone number or user name',
  type: 'text',
  autoComplete: 'username',
  autoCapitalize: 'none',
  spellCheck: 'false',
  required: true,
}

const currentPassword: FieldTraits = {
  label: 'Password',
  type: 'password',
  autoComplete: 'current-password',
  required: true,
}

/** What a sign-in asks for. */
export const signInFields = {
  identifier,
  password: currentPassword,
  newPassword: {
    label: 'New password',
    hint: 'At least 8 characters.',
    type: 'password',
    autoComplete: 'new-password',
    required: true,
  },
} as const satisfies Readonly<Record<string, FieldTraits>>

/** What a sign-up begins with. */
export const signUpFields = {
  emailAddress: {
    label: 'E-mail address',
    hint: 'With +clerk_test in it, the code is 424242.',
    type: 'email',
    autoComplete: 'email',
    required: true,
  },
  password: {
    label: 'Password (optional)',
    hint: 'Without one you sign in by e-mail code.',
    type: 'password',
    autoComplete: 'new-password',
  },
} as const satisfies Readonly<Record<string, FieldTraits>>

export const codeField: FieldTraits = {
  label: 'Code',
  hint: 'Addresses with +clerk_test, and numbers like +1 202 555 0123, take the code 424242.',
  type: 'text',
  inputMode: 'numeric',
  autoComplete: 'one-time-code',
  required: true,
}

/** What is typed at once. */
export const typedFields: Readonly<Record<TypedStrategy, FieldTraits>> = {
  password: currentPassword,
  totp: {
    label: 'Code of the authenticator app',
    hint: 'Six digits, new every 30 seconds.',
    type: 'text',
    inputMode: 'numeric',
    autoComplete: 'one-time-code',
    maxLength: 6,
    required: true,
  },
  backup_code: {
    label: 'Backup code',
    hint: 'Each works once.',
    type: 'text',
    autoComplete: 'off',
    spellCheck: 'false',
    required: true,
  },
}

const missing: Readonly<Record<string, FieldTraits>> = {
  emailAddress: { label: 'E-mail address', type: 'email', autoComplete: 'email' },
  phoneNumber: {
    label: 'Phone number',
    type: 'tel',
    autoComplete: 'tel',
    placeholder: '+12025550123',
  },
  password: { label: 'Password', type: 'password', autoComplete: 'new-password' },
  username: {
    label: 'User name',
    type: 'text',
    autoComplete: 'username',
    autoCapitalize: 'none',
    spellCheck: 'false',
  },
  firstName: { label: 'First name', type: 'text', autoComplete: 'given-name' },
  lastName: { label: 'Last name', type: 'text', autoComplete: 'family-name' },
  legalAccepted: { label: 'I accept the terms', type: 'checkbox' },
}

/** A field that a sign-up still needs, by the name that its parameter has. */
export const missingField = (param: string): FieldTraits => ({
  ...(missing[param] ?? {
    label: param.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`),
    type: 'text',
  }),
  required: true,
})
