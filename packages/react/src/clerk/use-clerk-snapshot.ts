import { type ClerkSnapshot, clerkSource } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useSource } from '../use-source.ts'
import { useClerk } from './provider.tsx'

/** What is shown now under Clerk's names; another object for each change. */
export const useClerkSnapshot = (): ClerkSnapshot => {
  const clerk = useClerk()
  return useSource(useMemo(() => clerkSource(clerk), [clerk]))
}
