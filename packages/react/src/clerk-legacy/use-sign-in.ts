import type { SetActive, SignInResource } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useClerk } from '../clerk/provider.tsx'
import { useClerkSnapshot } from '../clerk/use-clerk-snapshot.ts'

/** The sign-in in progress; `undefined` until the client is known. */
export type UseSignInReturn =
  | { isLoaded: false; signIn: undefined; setActive: undefined }
  | { isLoaded: true; signIn: SignInResource; setActive: SetActive }

/**
 * The sign-in in progress. Its methods reject on failure.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useSignIn = (): UseSignInReturn => {
  const { setActive } = useClerk()
  const snapshot = useClerkSnapshot()
  return useMemo(
    () =>
      snapshot.client
        ? { isLoaded: true, signIn: snapshot.client.signIn, setActive }
        : { isLoaded: false, signIn: undefined, setActive: undefined },
    [snapshot, setActive],
  )
}
