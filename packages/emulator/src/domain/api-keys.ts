import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { refuse } from '../lib/api-error.ts'
import {
  featureNotEnabled,
  paramTypeInvalid,
  paramValueInvalid,
  resourceNotFound,
} from '../lib/api-errors.ts'
import type { Instance } from '../model/instance.ts'
import type { ApiKeyRecord } from '../model/records/api-key.ts'
import type { SessionRecord } from '../model/records/session.ts'
import { membershipIn } from './organizations.ts'
import type { Params } from './params.ts'

/** Who asks, by the token of a session. */
export interface KeyContext {
  readonly instance: Instance
  readonly session: SessionRecord
}

/** @throws ApiError 403 where there are no keys. */
export const assertApiKeysEnabled = ({ settings }: Instance): void => {
  if (!settings.apiKeys) throw featureNotEnabled()
}

const isOwn = ({ instance, session }: KeyContext, subject: string): boolean =>
  subject === session.userId || membershipIn(instance, session.userId, subject) !== null

/** Who a key is for: the caller, or an organization of the caller's. */
export const readSubject = (context: KeyContext, subject: string | null): string => {
  if (subject === null || !isOwn(context, subject)) throw paramValueInvalid('subject')
  return subject
}

/** Whether a key has run out by now. */
export const isExpired = ({ clock }: Instance, { expireAt }: Readonly<ApiKeyRecord>): boolean =>
  expireAt !== null && expireAt <= clock.now()

/** The keys of a user or an organization, the latest first. */
export const keysOf = (
  { instance }: KeyContext,
  subject: string,
  { query, withInvalid }: { readonly query: string; readonly withInvalid: boolean },
): ApiKeyRecord[] =>
  instance.database.apiKeys
    .where(each => each.subject === subject)
    .filter(key => withInvalid || !(key.revoked || isExpired(instance, key)))
    .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
    .reverse()

/** A key of the caller's. @throws ApiError 404 for any other. */
export const findKey = (context: KeyContext, id: string): ApiKeyRecord => {
  const key = context.instance.database.apiKeys.get(id)
  if (!key || !isOwn(context, key.subject)) throw resourceNotFound('API key', id)
  return key
}

const readLifetime = (params: Params): number | null => {
  const text = params.text('seconds_until_expiration')
  if (text === null) return null
  if (!/^\d{1,12}$/.test(text)) throw paramTypeInvalid('seconds_until_expiration', 'a number')
  return Number(text) * 1000
}

const assertNameFree = (instance: Instance, subject: string, name: string): void => {
  const isSame = (key: Readonly<ApiKeyRecord>) =>
    key.subject === subject && key.name === name && !key.revoked
  if (instance.database.apiKeys.all().some(isSame))
    throw refuse(409, 'api_key_name_already_exists', 'There is an API key of this name already.')
}

/** Makes a key. @returns it, and its secret, which nobody can read again. */
export const createKey = (context: KeyContext, params: Params) => {
  const { instance, session } = context
  const name = params.required('name')
  const subject = readSubject(context, params.required('subject'))
  const lifetime = readLifetime(params)
  assertNameFree(instance, subject, name)
  const secret = `ak_${instance.ids.secret('api-key')}`
  const now = instance.clock.now()
  const key: ApiKeyRecord = {
    id: instance.ids.next('ak'),
    subject,
    name,
    description: params.text('description'),
    secretDigest: bytesToHex(sha256(utf8ToBytes(secret))),
    revoked: false,
    revocationReason: null,
    expireAt: lifetime === null ? null : now + lifetime,
    createdBy: session.userId,
    createdAt: now,
    updatedAt: now,
  }
  instance.database.apiKeys.set(key)
  return { key, secret }
}

/** Describes a key otherwise. */
export const describeKey = (key: ApiKeyRecord, params: Params): void => {
  key.description = params.text('description')
}

/** Makes a key useless. */
export const revokeKey = (key: ApiKeyRecord, params: Params): void => {
  key.revoked = true
  key.revocationReason = params.text('revocation_reason')
}
