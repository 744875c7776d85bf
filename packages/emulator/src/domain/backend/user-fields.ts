import { identifierExists, resourceMissing } from '../../lib/api-errors.ts'
import { dataMissing } from '../../lib/backend-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { digestBackupCode } from '../factors/backup-code.ts'
import type { Params } from '../params.ts'
import { readName, readPassword, readUsername } from '../sign-up/read-fields.ts'
import { digestPassword, findUserBy } from '../users.ts'

/** Fields of a user that a backend sets; what is not there stays as it is. */
export interface UserFields {
  readonly external_id?: string | null | undefined
  readonly first_name?: string | null | undefined
  readonly last_name?: string | null | undefined
  readonly locale?: string | null | undefined
  readonly username?: string | null | undefined
  readonly password?: string | null | undefined
  readonly skip_password_checks?: boolean | null | undefined
  readonly totp_secret?: string | null | undefined
  readonly backup_codes?: readonly string[] | null | undefined
  readonly delete_self_enabled?: boolean | null | undefined
  readonly create_organization_enabled?: boolean | null | undefined
  readonly create_organizations_limit?: number | null | undefined
  readonly legal_accepted_at?: number | null | undefined
  readonly bypass_client_trust?: boolean | null | undefined
  readonly created_at?: number | null | undefined
  readonly public_metadata?: UserRecord['publicMetadata'] | null | undefined
  readonly private_metadata?: UserRecord['privateMetadata'] | null | undefined
  readonly unsafe_metadata?: UserRecord['unsafeMetadata'] | null | undefined
}

const applyUsername = (instance: Instance, user: UserRecord, params: Params): void => {
  if (!params.has('username')) return
  const username = readUsername(params)
  const holder = username === null ? undefined : findUserBy(instance, username)
  if (holder && holder !== user) throw identifierExists('username')
  user.username = username
}

const applyExternalId = (
  { database }: Instance,
  user: UserRecord,
  externalId: string | null | undefined,
): void => {
  if (externalId === undefined) return
  const id = externalId || null
  const isTaken = database.users
    .all()
    .some(other => other.externalId === id && other.id !== user.id)
  if (id !== null && isTaken) throw identifierExists('external_id')
  user.externalId = id
}

const applyPassword = (
  instance: Instance,
  user: UserRecord,
  { password: given, skip_password_checks: isUnchecked }: UserFields,
  params: Params,
): void => {
  const password = isUnchecked ? given : readPassword(instance, params)
  if (!password) return
  user.passwordHash = digestPassword(instance, password)
  user.passwordUpdatedAt = instance.clock.now()
}

const applyFactors = (user: UserRecord, fields: UserFields): void => {
  const { totp_secret: secret, backup_codes: codes } = fields
  if (secret !== undefined) user.totpSecret = secret
  if (codes) user.backupCodes = codes.map(digestBackupCode)
}

// `null` keeps these: they are true or false, or there all the time.
const plain = (fields: UserFields): Partial<UserRecord> => ({
  ...(fields.locale === undefined ? {} : { locale: fields.locale }),
  ...(fields.delete_self_enabled == null ? {} : { deleteSelfEnabled: fields.delete_self_enabled }),
  ...(fields.create_organization_enabled == null
    ? {}
    : { createOrganizationEnabled: fields.create_organization_enabled }),
  ...(fields.create_organizations_limit == null
    ? {}
    : // 0 stands for any number
      { createOrganizationsLimit: fields.create_organizations_limit || null }),
  ...(fields.bypass_client_trust == null ? {} : { bypassClientTrust: fields.bypass_client_trust }),
  ...(fields.legal_accepted_at === undefined ? {} : { legalAcceptedAt: fields.legal_accepted_at }),
  ...(fields.created_at == null ? {} : { createdAt: fields.created_at }),
  ...(fields.public_metadata == null ? {} : { publicMetadata: fields.public_metadata }),
  ...(fields.private_metadata == null ? {} : { privateMetadata: fields.private_metadata }),
  ...(fields.unsafe_metadata == null ? {} : { unsafeMetadata: fields.unsafe_metadata }),
})

/**
 * Sets fields of a user. A record in a table is to be touched after it.
 *
 * @param params the fields that are texts.
 * @throws ApiError 422 for one that is taken, or may not be so.
 */
export const applyUserFields = (
  instance: Instance,
  user: UserRecord,
  fields: UserFields,
  params: Params,
): void => {
  applyExternalId(instance, user, fields.external_id)
  applyUsername(instance, user, params)
  if (params.has('first_name')) user.firstName = readName(params, 'first_name')
  if (params.has('last_name')) user.lastName = readName(params, 'last_name')
  applyPassword(instance, user, fields, params)
  applyFactors(user, fields)
  Object.assign(user, plain(fields))
}

const isMissing = (user: UserRecord) => ({
  email_address: user.emailAddresses.length === 0,
  phone_number: user.phoneNumbers.length === 0,
  web3_wallet: user.web3Wallets.length === 0,
  username: user.username === null,
  first_name: user.firstName === null,
  last_name: user.lastName === null,
})

/** @throws ApiError 422 for a user that has not what the instance requires. */
export const assertComplete = (
  { settings }: Instance,
  user: UserRecord,
  skipped: { readonly password: boolean; readonly user: boolean },
): void => {
  const { emailAddress, phoneNumber, web3Wallet, username, firstName, lastName } = settings
  const required = {
    email_address: emailAddress,
    phone_number: phoneNumber,
    web3_wallet: web3Wallet,
    username,
    first_name: firstName,
    last_name: lastName,
  }
  const missing = Object.entries(isMissing(user))
    .filter(([name, isGone]) => isGone && Reflect.get(required, name) === 'required')
    .map(([name]) => name)
  const password = settings.password === 'required' && user.passwordHash === null
  const faults = [
    ...(skipped.user ? [] : missing),
    ...(password && !skipped.password ? ['password'] : []),
  ]
  if (faults.length > 0) throw dataMissing(faults)
}

/** Makes what a user has already its primary one. @throws ApiError 422 for what it has not. */
export const choosePrimary = (
  user: UserRecord,
  emailId: string | null | undefined,
  phoneId: string | null | undefined,
): void => {
  if (emailId) {
    if (!user.emailAddresses.some(({ id, verified }) => id === emailId && verified))
      throw resourceMissing('primary_email_address_id')
    user.primaryEmailAddressId = emailId
  }
  if (phoneId) {
    if (!user.phoneNumbers.some(({ id, verified }) => id === phoneId && verified))
      throw resourceMissing('primary_phone_number_id')
    user.primaryPhoneNumberId = phoneId
  }
}
