import type { Instance } from '../../model/instance.ts'
import type { PasskeyRecord } from '../../model/records/user.ts'
import { toPasskeyJson as toOwnPasskeyJson } from '../passkey.ts'

/** A passkey that is proven. */
export const toPasskeyJson = (instance: Instance, passkey: PasskeyRecord) => {
  const { created_at: at, updated_at: _, ...own } = toOwnPasskeyJson(instance, passkey)
  // The description knows neither a passkey without a name nor one that was never used.
  return { ...own, name: own.name ?? '', last_used_at: own.last_used_at ?? at }
}
