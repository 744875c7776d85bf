import type { Instance } from '../model/instance.ts'
import { newRecord } from '../model/new-record.ts'
import type { WaitlistEntryRecord } from '../model/records/waitlist-entry.ts'

/**
 * Puts an address on the waitlist; one that is there already stays there once.
 *
 * @param emailAddress in lower case.
 */
export const enterWaitlist = (instance: Instance, emailAddress: string): WaitlistEntryRecord => {
  const { waitlistEntries } = instance.database
  const [known] = waitlistEntries.where(each => each.emailAddress === emailAddress)
  if (known) return known
  const made = newRecord(instance, 'wle')
  const entry: WaitlistEntryRecord = { ...made, emailAddress, status: 'pending', ticketId: null }
  waitlistEntries.set(entry)
  return entry
}
