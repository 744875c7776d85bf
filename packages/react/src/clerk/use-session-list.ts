import { type SessionListValue, toSessionList } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useClerk } from './provider.tsx'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

/**
 * All sessions of this client, and what makes one of them active.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useSessionList = (): SessionListValue => {
  const clerk = useClerk()
  const snapshot = useClerkSnapshot()
  return useMemo(() => toSessionList(clerk, snapshot), [clerk, snapshot])
}
