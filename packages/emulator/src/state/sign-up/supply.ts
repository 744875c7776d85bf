import type { SignUpRecord } from '../../database.ts'
import type { Params } from '../../http/params.ts'
import type { Instance } from '../../instance.ts'
import { identifierExists, paramDisabled } from '../../refusals.ts'
import { digestPassword, findUserBy } from '../users.ts'
import { readEmail, readMetadata, readName, readPassword, readUsername } from './read-fields.ts'

/** The parts of a sign-up that its caller supplies. */
export type Supplied = Partial<
  Pick<
    SignUpRecord,
    | 'emailAddress'
    | 'emailVerification'
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
  username: 'username',
  password: 'password',
  first_name: 'firstName',
  last_name: 'lastName',
} as const

// Ways to sign up that the Frontend API has and this instance has not enabled.
const elsewhere = ['phone_number', 'email_address_or_phone_number', 'web3_wallet', 'ticket', 'token']

const checkEnabled = (instance: Instance, params: Params): void => {
  const used = elsewhere.find(param => params.text(param) !== null)
  if (used) throw paramDisabled(used)
  for (const [param, setting] of Object.entries(settingOf)) {
    if (params.text(param) !== null && instance.settings[setting] === 'off') throw paramDisabled(param)
  }
}

const checkFree = (instance: Instance, param: string, identifier: string | null): void => {
  if (identifier !== null && findUserBy(instance, identifier)) throw identifierExists(param)
}

const readIdentifiers = (instance: Instance, params: Params, current: SignUpRecord | null): Supplied => {
  const supplied: Supplied = {}
  if (params.has('email_address')) {
    const emailAddress = readEmail(params)
    checkFree(instance, 'email_address', emailAddress)
    supplied.emailAddress = emailAddress
    if (emailAddress !== current?.emailAddress) supplied.emailVerification = null
  }
  if (params.has('username')) {
    supplied.username = readUsername(params)
    checkFree(instance, 'username', supplied.username)
  }
  return supplied
}

/**
 * What a request supplies to a sign-up, checked; a field that is absent is absent from the result too.
 *
 * @throws ApiError for the first field that is wrong, taken or not enabled.
 */
export const readSupplied = (instance: Instance, params: Params, current: SignUpRecord | null): Supplied => {
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
