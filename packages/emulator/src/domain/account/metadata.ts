import { paramTooLong } from '../../lib/api-errors.ts'
import type { Metadata } from '../../model/fields.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { Params } from '../params.ts'
import { maxMetadata, readMetadata } from '../sign-up/read-fields.ts'

const isRecord = (value: unknown): value is Metadata =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A merge patch (RFC 7396): objects are merged, `null` removes, everything else replaces. */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) return patch
  const base = isRecord(target) ? target : {}
  const kept = Object.entries(base).filter(([key]) => !Object.hasOwn(patch, key))
  const given = Object.entries(patch).filter(([, value]) => value !== null)
  const own = (key: string) => (Object.hasOwn(base, key) ? base[key] : undefined)
  // fromEntries and not assignments: a key such as `__proto__` stays a key.
  return Object.fromEntries([
    ...kept,
    ...given.map(([key, value]) => [key, mergePatch(own(key), value)] as const),
  ])
}

/** Merges a patch into the metadata that users may change themselves. */
export const patchMetadata = (user: UserRecord, params: Params): void => {
  params.required('unsafe_metadata')
  const merged = mergePatch(user.unsafeMetadata, readMetadata(params))
  if (JSON.stringify(merged).length > maxMetadata)
    throw paramTooLong('unsafe_metadata', maxMetadata)
  user.unsafeMetadata = merged as Metadata // as: a patch that is an object makes an object
}
