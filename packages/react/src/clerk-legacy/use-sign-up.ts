import type { SetActive, SignUpResource } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useClerk } from '../clerk/provider.tsx'
import { useClerkSnapshot } from '../clerk/use-clerk-snapshot.ts'

/** The sign-up in progress; `undefined` until the client is known. */
export type UseSignUpReturn =
  | { isLoaded: false; signUp: undefined; setActive: undefined }
  | { isLoaded: true; signUp: SignUpResource; setActive: SetActive }

/**
 * The sign-up in progress. Its methods reject on failure.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useSignUp = (): UseSignUpReturn => {
  const { setActive } = useClerk()
  const snapshot = useClerkSnapshot()
  return useMemo(
    () =>
      snapshot.client
        ? { isLoaded: true, signUp: snapshot.client.signUp, setActive }
        : { isLoaded: false, signUp: undefined, setActive: undefined },
    [snapshot, setActive],
  )
}
