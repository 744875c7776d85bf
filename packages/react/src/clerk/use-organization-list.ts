import {
  type OrganizationListParams,
  type OrganizationListValue,
  organizationLists,
  type Pages,
  type PagesSource,
  toOrganizationList,
} from '@clientele/core/clerk'
import { useEffect, useMemo } from 'react'
import { useSource } from '../use-source.ts'
import { useClerk } from './provider.tsx'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

const usePages = <Item>(source: PagesSource<Item>): Pages<Item> => {
  useEffect(() => source.read(), [source])
  return useSource(source)
}

/**
 * Memberships, invitations and suggestions of the user, page by page; each is read only when it is
 * asked for.
 *
 * @throws TypeError outside of a `ClerkProvider`, and for a list that is not known.
 * @example
 * const { userMemberships, setActive } = useOrganizationList({ userMemberships: true })
 */
export const useOrganizationList = (params: OrganizationListParams = {}): OrganizationListValue => {
  const clerk = useClerk()
  const snapshot = useClerkSnapshot()
  const { user } = snapshot
  const asked = JSON.stringify(params)
  const userId = user?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another user or other wishes only
  const lists = useMemo(() => organizationLists(user, JSON.parse(asked)), [userId, asked])
  const userMemberships = usePages(lists.userMemberships)
  const userInvitations = usePages(lists.userInvitations)
  const userSuggestions = usePages(lists.userSuggestions)
  return toOrganizationList(clerk, snapshot, { userMemberships, userInvitations, userSuggestions })
}
