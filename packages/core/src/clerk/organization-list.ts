import type { OrganizationMembershipResource } from './organization.ts'
import { createPages, type PageParams, type PagesSource } from './pages.ts'
import type { UserResource } from './user.ts'

type ItemOf<Name extends 'getOrganizationInvitations' | 'getOrganizationSuggestions'> = Awaited<
  ReturnType<UserResource[Name]>
>['data'][number]

/** An invitation of the user to an organization; `accept()` accepts it. */
export type UserOrganizationInvitationResource = ItemOf<'getOrganizationInvitations'>
/** An organization whose domain the user's address is of; `accept()` asks to join it. */
export type OrganizationSuggestionResource = ItemOf<'getOrganizationSuggestions'>

/** What is wanted of one list: `true` for its first page. Left out, it stays empty. */
export type ListParam = true | (PageParams & { status?: string | undefined }) | undefined

/** Which lists are read; one that is left out is not. */
export interface OrganizationListParams {
  /** Organizations that the user belongs to. */
  userMemberships?: ListParam
  /** Invitations of the user. */
  userInvitations?: ListParam
  /** Organizations that the user may ask to join. */
  userSuggestions?: ListParam
}

/** A source for each list of `useOrganizationList`. */
export interface OrganizationLists {
  /** Organizations that the user belongs to. */
  readonly userMemberships: PagesSource<OrganizationMembershipResource>
  /** Invitations of the user. */
  readonly userInvitations: PagesSource<UserOrganizationInvitationResource>
  /** Organizations that the user may ask to join. */
  readonly userSuggestions: PagesSource<OrganizationSuggestionResource>
}

const pageParams = (param: ListParam): PageParams & { status?: string | undefined } =>
  typeof param === 'object' ? param : {}

/** The lists of a user's organizations, none of them read yet. */
export const organizationLists = (
  user: UserResource | null | undefined,
  { userMemberships, userInvitations, userSuggestions }: OrganizationListParams,
): OrganizationLists => ({
  userMemberships: createPages(
    user && userMemberships ? page => user.getOrganizationMemberships(page) : undefined,
    pageParams(userMemberships),
  ),
  userInvitations: createPages(
    user && userInvitations
      ? page =>
          user.getOrganizationInvitations({ ...page, status: pageParams(userInvitations).status })
      : undefined,
    pageParams(userInvitations),
  ),
  userSuggestions: createPages(
    user && userSuggestions
      ? page =>
          user.getOrganizationSuggestions({ ...page, status: pageParams(userSuggestions).status })
      : undefined,
    pageParams(userSuggestions),
  ),
})
