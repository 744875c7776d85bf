import { identifierExists, paramDisabled } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import type { Params } from '../params.ts'
import { assertAllowed } from '../restrictions.ts'
import { digestPassword, findUserBy } from '../users.ts'
import {
  readEmail,
  readMetadata,
  readName,
  readPassword,
  readPhone,
  readUsername,
  readWallet,
} from './read-fields.ts'

/** The parts of a sign-up that its caller supplies. */
export type Supplied = Partial<
  Pick<
    SignUpRecord,
    | 'emailAddress'
    | 'emailVerification'
    | 'phoneNumber'
    | 'phoneVerification'
    | 'web3Wallet'
    | 'web3Verification'
    | 'username'
    | 'firstName'
    | 'lastName'
    | 'passwordHash'
    | 'unsafeMetadata'
    | 'legalAcceptedAt'
    | 'locale'
  >
>

const settingOf = {
  email_address: 'emailAddress',
  phone_number: 'phoneNumber',
  web3_wallet: 'web3Wallet',
  username: 'username',
  password: 'password',
  first_name: 'firstName',
  last_name: 'lastName',
} as const

const checkEnabled = (instance: Instance, params: Params): void => {
  if (params.text('token') !== null) throw paramDisabled('token')
  for (const [param, setting] of Object.entries(settingOf)) {
    if (params.text(param) !== null && instance.settings[setting] === 'off')
      throw paramDisabled(param)
  }
}

const checkFree = (instance: Instance, param: string, identifier: string | null): void => {
  if (identifier === null) return
  if (findUserBy(instance, identifier)) throw identifierExists(param)
  if (param !== 'username') assertAllowed(instance, identifier)
}

// Each identifier that has to be verified, with where it and its verification are kept.
const verifiable = [
  ['email_address', readEmail, 'emailAddress', 'emailVerification'],
  ['phone_number', readPhone, 'phoneNumber', 'phoneVerification'],
  ['web3_wallet', readWallet, 'web3Wallet', 'web3Verification'],
] as const

const either = 'email_address_or_phone_number'

// Which of the two the one field holds that takes both; `null` when it is not used.
const eitherOf = (params: Params): string | null => {
  const text = params.text(either)
  if (text === null) return null
  return text.includes('@') ? 'email_address' : 'phone_number'
}

const readIdentifiers = (
  instance: Instance,
  params: Params,
  current: SignUpRecord | null,
): Supplied => {
  const supplied: Supplied = {}
  for (const [own, read, field, verification] of verifiable) {
    const param = own === eitherOf(params) ? either : own
    if (!params.has(param)) continue
    const identifier = read(params, param)
    checkFree(instance, param, identifier)
    supplied[field] = identifier
    // What was proven of another one says nothing of this one.
    if (identifier !== current?.[field]) supplied[verification] = null
  }
  if (params.has('username')) {
    supplied.username = readUsername(params)
    checkFree(instance, 'username', supplied.username)
  }
  return supplied
}

/**
 * What a request supplies to a sign-up, checked; a field that is absent is absent from the result
 * too.
 *
 * @throws ApiError for the first field that is wrong, taken or not enabled.
 */
export const readSupplied = (
  instance: Instance,
  params: Params,
  current: SignUpRecord | null,
): Supplied => {
  checkEnabled(instance, params)
  const supplied = readIdentifiers(instance, params, current)
  if (params.has('first_name')) supplied.firstName = readName(params, 'first_name')
  if (params.has('last_name')) supplied.lastName = readName(params, 'last_name')
  if (params.has('unsafe_metadata')) supplied.unsafeMetadata = readMetadata(params)
  if (params.has('locale')) supplied.locale = readName(params, 'locale')
  const accepted = params.flag('legal_accepted')
  if (accepted !== null) supplied.legalAcceptedAt = accepted ? instance.clock.now() : null
  const password = readPassword(instance, params)
  if (password !== undefined) supplied.passwordHash = password && digestPassword(instance, password)
  return supplied
}
