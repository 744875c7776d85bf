import {
  type OrganizationParams,
  type OrganizationValue,
  toOrganizationValue,
} from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

/**
 * The organization that the active session works under, and the user's membership in it.
 *
 * @throws TypeError outside of a `ClerkProvider`, and for the lists that administer members.
 */
export const useOrganization = (params?: OrganizationParams): OrganizationValue => {
  const snapshot = useClerkSnapshot()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is allowed has nothing in it
  return useMemo(() => toOrganizationValue(snapshot, params), [snapshot])
}
