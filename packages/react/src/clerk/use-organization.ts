import { type OrganizationValue, toOrganizationValue } from '@clientele/core/clerk'
import { useMemo } from 'react'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

/**
 * The organization that the active session works under, and the user's membership in it.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useOrganization = (_params?: object): OrganizationValue => {
  const snapshot = useClerkSnapshot()
  return useMemo(() => toOrganizationValue(snapshot), [snapshot])
}
