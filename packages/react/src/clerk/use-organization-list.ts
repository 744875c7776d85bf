import {
  type Clerk,
  type OrganizationListParams,
  type OrganizationMembershipResource,
  type OrganizationSuggestionResource,
  organizationLists,
  type Pages,
  type PagesSource,
  type UserOrganizationInvitationResource,
} from '@clientele/core/clerk'
import { useEffect, useMemo } from 'react'
import { useSource } from '../use-source.ts'
import { useClerk } from './provider.tsx'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

interface Lists {
  /** Organizations that the user belongs to. */
  userMemberships: Pages<OrganizationMembershipResource>
  /** Invitations of the user. */
  userInvitations: Pages<UserOrganizationInvitationResource>
  /** Organizations that the user may ask to join. */
  userSuggestions: Pages<OrganizationSuggestionResource>
}

/** The organizations of a user, and what changes which of them is active. */
export type UseOrganizationListReturn = Lists &
  (
    | { isLoaded: false; setActive: undefined; createOrganization: undefined }
    | ({ isLoaded: true } & Pick<Clerk, 'setActive' | 'createOrganization'>)
  )

const usePages = <Item>(source: PagesSource<Item>): Pages<Item> => {
  useEffect(() => source.read(), [source])
  return useSource(source)
}

/**
 * Memberships, invitations and suggestions of the user, page by page; each is read only when it is
 * asked for.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 * @example
 * const { userMemberships, setActive } = useOrganizationList({ userMemberships: true })
 */
export const useOrganizationList = (
  params: OrganizationListParams = {},
): UseOrganizationListReturn => {
  const { setActive, createOrganization } = useClerk()
  const { client, user } = useClerkSnapshot()
  const asked = JSON.stringify(params)
  const userId = user?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another user or other wishes only
  const lists = useMemo(() => organizationLists(user, JSON.parse(asked)), [userId, asked])
  const userMemberships = usePages(lists.userMemberships)
  const userInvitations = usePages(lists.userInvitations)
  const userSuggestions = usePages(lists.userSuggestions)
  const shown = { userMemberships, userInvitations, userSuggestions }
  return client
    ? { isLoaded: true, setActive, createOrganization, ...shown }
    : { isLoaded: false, setActive: undefined, createOrganization: undefined, ...shown }
}
