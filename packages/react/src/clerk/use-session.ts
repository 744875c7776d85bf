import {
  type PendingSessionOptions,
  type SessionValue,
  toSessionValue,
} from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

/**
 * The active session, as three cases that `isLoaded` and `isSignedIn` tell apart.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useSession = ({
  treatPendingAsSignedOut,
}: PendingSessionOptions = {}): SessionValue => {
  const snapshot = useClerkSnapshot()
  return useMemo(
    () => toSessionValue(snapshot, { treatPendingAsSignedOut }),
    [snapshot, treatPendingAsSignedOut],
  )
}
