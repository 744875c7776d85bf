import type { Instance } from './instance.ts'

/** Id and times of a new record. @param prefix of its id: `org` of `org_…`. */
export const newRecord = ({ ids, clock }: Instance, prefix: string) => {
  const now = clock.now()
  return { id: ids.next(prefix), createdAt: now, updatedAt: now }
}
