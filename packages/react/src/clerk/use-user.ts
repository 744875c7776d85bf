import { type PendingSessionOptions, toUserValue, type UserValue } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

/**
 * The user of the active session, as three cases that `isLoaded` and `isSignedIn` tell apart.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useUser = ({ treatPendingAsSignedOut }: PendingSessionOptions = {}): UserValue => {
  const snapshot = useClerkSnapshot()
  return useMemo(
    () => toUserValue(snapshot, { treatPendingAsSignedOut }),
    [snapshot, treatPendingAsSignedOut],
  )
}
