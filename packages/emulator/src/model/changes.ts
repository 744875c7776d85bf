import type { Instance } from './instance.ts'

/**
 * Stamps records that changed visibly, and only then: once in a turn, and each time later than
 * before even while the clock stands still, because clients tell by `updated_at` that something
 * changed.
 */
export const markChanged = (instance: Instance, ...records: { updatedAt: number }[]): void => {
  const now = instance.clock.now()
  for (const record of records) {
    if (instance.stamped.has(record)) continue
    instance.stamped.add(record)
    record.updatedAt = Math.max(now, record.updatedAt + 1)
  }
}

/** A record made in this turn has its stamp already. */
export const markNew = (instance: Instance, record: { updatedAt: number }): void => {
  instance.stamped.add(record)
}
