import {
  identifierExists,
  paramDisabled,
  paramNil,
  paramValueInvalid,
  resourceMissing,
} from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { Params } from '../params.ts'
import { readName, readUsername } from '../sign-up/read-fields.ts'
import { findUserBy } from '../users.ts'

const settingOf = { username: 'username', first_name: 'firstName', last_name: 'lastName' } as const

const checkSettings = ({ settings }: Instance, params: Params): void => {
  for (const [param, setting] of Object.entries(settingOf)) {
    if (!params.has(param)) continue
    const isEmpty = params.text(param) === null
    if (!isEmpty && settings[setting] === 'off') throw paramDisabled(param)
    if (isEmpty && settings[setting] === 'required') throw paramNil(param)
  }
}

/** The id of one of the user's own that a field names. @throws ApiError unless it is verified. */
const readOwn = (
  params: Params,
  param: string,
  own: readonly { id: string; isUsable: boolean }[],
): string => {
  const id = params.required(param)
  const found = own.find(candidate => candidate.id === id)
  if (!found) throw resourceMissing(param)
  if (!found.isUsable) throw paramValueInvalid(param)
  return id
}

const readPrimary = (user: UserRecord, params: Params): Partial<UserRecord> => {
  const { emailAddresses, phoneNumbers, web3Wallets } = user
  const changes: Partial<UserRecord> = {}
  if (params.has('primary_email_address_id')) {
    const own = emailAddresses.map(({ id, verified }) => ({ id, isUsable: verified }))
    changes.primaryEmailAddressId = readOwn(params, 'primary_email_address_id', own)
  }
  if (params.has('primary_phone_number_id')) {
    const own = phoneNumbers.map(phone => ({
      id: phone.id,
      isUsable: phone.verified && !phone.reservedForSecondFactor,
    }))
    changes.primaryPhoneNumberId = readOwn(params, 'primary_phone_number_id', own)
  }
  if (params.has('primary_web3_wallet_id')) {
    const own = web3Wallets.map(({ id, verified }) => ({ id, isUsable: verified }))
    const id = readOwn(params, 'primary_web3_wallet_id', own)
    // The first wallet is the primary one.
    changes.web3Wallets = [...web3Wallets].sort((a, b) => Number(b.id === id) - Number(a.id === id))
  }
  return changes
}

/** Changes the profile: what is given and nothing else, all of it or none. */
export const updateProfile = (instance: Instance, user: UserRecord, params: Params): void => {
  checkSettings(instance, params)
  const changes = readPrimary(user, params)
  if (params.has('username')) {
    const username = readUsername(params)
    const holder = username === null ? undefined : findUserBy(instance, username)
    if (holder && holder !== user) throw identifierExists('username')
    changes.username = username
  }
  if (params.has('first_name')) changes.firstName = readName(params, 'first_name')
  if (params.has('last_name')) changes.lastName = readName(params, 'last_name')
  if (Object.keys(changes).length === 0) return
  Object.assign(user, changes)
}
