import type { OrganizationMembershipResource } from './organization.ts'
import { createPages, type PageParams, type PagesSource } from './pages.ts'
import type { UserResource } from './user.ts'

type ItemOf<Name extends 'getOrganizationInvitations' | 'getOrganizationSuggestions'> = Awaited<
  ReturnType<UserResource[Name]>
>['data'][number]

export type UserOrganizationInvitationResource = ItemOf<'getOrganizationInvitations'>
export type OrganizationSuggestionResource = ItemOf<'getOrganizationSuggestions'>

/** What is wanted of one list: `true` for its first page. Left out, it stays empty. */
export type ListParam = true | (PageParams & { status?: string | undefined }) | undefined

export interface OrganizationListParams {
  userMemberships?: ListParam
  userInvitations?: ListParam
  userSuggestions?: ListParam
}

export interface OrganizationLists {
  readonly userMemberships: PagesSource<OrganizationMembershipResource>
  readonly userInvitations: PagesSource<UserOrganizationInvitationResource>
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
