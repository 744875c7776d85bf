import { refuse } from '../../lib/api-error.ts'
import { paramFormatInvalid, paramTooLong, paramTypeInvalid } from '../../lib/api-errors.ts'
import { isFreeJson, maxDepth } from '../../lib/free-json.ts'
import type { Metadata } from '../../model/fields.ts'
import { normalEmail, normalPhone } from '../../model/identifiers.ts'
import type { Instance } from '../../model/instance.ts'
import { isWalletAddress } from '../factors/strategies.ts'
import type { Params } from '../params.ts'

const maxName = 256
/** The documented limit of metadata, in characters of JSON. */
export const maxMetadata = 8192
const maxPassword = 72

/** An email address in lower case. @throws ApiError 422 for what is none. */
export const normalizeEmail = (text: string, name: string): string => {
  const email = normalEmail(text)
  const [local = '', domain = '', ...more] = email.split('@')
  const isAddress =
    more.length === 0 &&
    /^[^\s"<>(),:;[\]\\]{1,64}$/.test(local) &&
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)
  if (!isAddress || email.length > maxName) throw paramFormatInvalid(name, 'a valid email address')
  return email
}

/** The same of a field that may be empty. */
export const readEmail = (params: Params, name = 'email_address'): string | null => {
  const text = params.text(name)
  return text === null ? null : normalizeEmail(text, name)
}

/** A phone number in E.164. */
export const readPhone = (params: Params, name = 'phone_number'): string | null => {
  const text = params.text(name)
  if (text === null) return null
  const phone = normalPhone(text)
  if (phone === null) throw paramFormatInvalid(name, 'a valid phone number, with its country code')
  return phone
}

/** The address of a wallet. */
export const readWallet = (params: Params, name = 'web3_wallet'): string | null => {
  const text = params.text(name)
  if (text !== null && !isWalletAddress(text))
    throw paramFormatInvalid(name, 'the address of a wallet')
  return text
}

export const readUsername = (params: Params): string | null => {
  const username = params.text('username')
  if (username === null) return null
  const fault = (code: string, message: string) =>
    refuse(422, code, message, { param_name: 'username' })
  if (username.length < 4 || username.length > 64) {
    throw fault(
      'form_username_invalid_length',
      'Username must be between 4 and 64 characters long.',
    )
  }
  if (!/^[\w-]+$/.test(username)) {
    throw fault(
      'form_username_invalid_character',
      "Username can only contain letters, numbers and '_' or '-'.",
    )
  }
  if (/^\d+$/.test(username)) {
    throw fault(
      'form_username_needs_non_number_char',
      'Username must contain one non-number character.',
    )
  }
  return username
}

/** A short text of the caller's choice. */
export const readName = (params: Params, name: string): string | null => {
  const text = params.text(name)
  if (text !== null && text.length > maxName) throw paramTooLong(name, maxName)
  return text
}

const passwordRules = [
  ['uppercase', /\p{Lu}/u, 'Passwords must contain an uppercase letter.'],
  ['lowercase', /\p{Ll}/u, 'Passwords must contain a lowercase letter.'],
  ['number', /\d/, 'Passwords must contain a number.'],
  ['special_char', /[^\p{L}\d\s]/u, 'Passwords must contain a special character.'],
] as const

/** A password that meets the policy; `null` to have none, `undefined` when none is given. */
export const readPassword = (
  instance: Instance,
  params: Params,
  name = 'password',
): string | null | undefined => {
  if (!params.has(name)) return undefined
  const password = params.text(name)
  if (password === null) return null
  const { settings } = instance
  const least = settings.passwordMinLength
  const fault = (code: string, message: string) => refuse(422, code, message, { param_name: name })
  if (password.length < least) {
    throw fault('form_password_length_too_short', `Passwords must be ${least} characters or more.`)
  }
  if (password.length > maxPassword) {
    throw fault(
      'form_password_length_too_long',
      `Passwords must be ${maxPassword} characters or fewer.`,
    )
  }
  const [rule] = passwordRules.filter(
    ([kind, pattern]) => settings.passwordRules.includes(kind) && !pattern.test(password),
  )
  if (rule) throw fault(`form_password_no_${rule[0]}`, rule[2])
  if (settings.pwnedPasswords.includes(password)) {
    throw fault(
      'form_password_pwned',
      'This password was found in a data breach. Please choose another.',
    )
  }
  return password
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Metadata: one JSON object. */
export const readMetadata = (params: Params): Metadata => {
  const text = params.text('unsafe_metadata')
  if (text === null) return {}
  if (text.length > maxMetadata) throw paramTooLong('unsafe_metadata', maxMetadata)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw paramFormatInvalid('unsafe_metadata', 'a JSON object')
  }
  if (!isRecord(value)) throw paramTypeInvalid('unsafe_metadata', 'a JSON object')
  if (!isFreeJson(value))
    throw paramFormatInvalid('unsafe_metadata', `JSON, nested in at most ${maxDepth} levels`)
  return value
}
