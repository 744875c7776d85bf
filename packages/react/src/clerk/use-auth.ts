import { type AuthValue, type PendingSessionOptions, toAuth } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useClerk } from './provider.tsx'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

/**
 * Who is signed in, by id, and what they may do. A session with tasks still to do is not signed
 * in, unless `treatPendingAsSignedOut` is false.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useAuth = ({ treatPendingAsSignedOut }: PendingSessionOptions = {}): AuthValue => {
  const clerk = useClerk()
  const snapshot = useClerkSnapshot()
  return useMemo(
    () => toAuth(clerk, snapshot, { treatPendingAsSignedOut }),
    [clerk, snapshot, treatPendingAsSignedOut],
  )
}
