import { type SignUpValue, signUpSource } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useSource } from '../use-source.ts'
import { useClerk } from './provider.tsx'

/**
 * The sign-up in progress, what went wrong with its last action, and whether one is under way. Its
 * methods resolve to `{ error }` and never reject; before the client is known they wait for it.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useSignUp = (): SignUpValue => {
  const clerk = useClerk()
  return useSource(useMemo(() => signUpSource(clerk), [clerk]))
}
