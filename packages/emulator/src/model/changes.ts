import type { Instance } from './instance.ts'

/**
 * Stamps records that changed visibly, and only then: once in a request, and each time later than
 * before even while the clock stands still, because clients tell by `updated_at` that something
 * changed.
 */
export const touch = (instance: Instance, ...records: { updatedAt: number }[]): void => {
  const now = instance.clock.now()
  for (const record of records) {
    if (instance.changed.has(record)) continue
    instance.changed.add(record)
    record.updatedAt = Math.max(now, record.updatedAt + 1)
  }
}

/** A record made in this request has its stamp already. */
export const touchNew = (instance: Instance, record: { updatedAt: number }): void => {
  instance.changed.add(record)
}
