import { type SignInValue, signInSource } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useSource } from '../use-source.ts'
import { useClerk } from './provider.tsx'

/**
 * The sign-in in progress, what went wrong with its last action, and whether one is under way. Its
 * methods resolve to `{ error }` and never reject; before the client is known they wait for it.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useSignIn = (): SignInValue => {
  const clerk = useClerk()
  return useSource(useMemo(() => signInSource(clerk), [clerk]))
}
