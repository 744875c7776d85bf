import { assertKnown } from '../arguments.ts'
import type { Clerk, ClerkSnapshot } from './clerk.ts'
import type { OrganizationMembershipResource } from './organization.ts'
import { createPages, type PageParams, type Pages, type PagesSource } from './pages.ts'
import type { UserResource } from './user-resource.ts'

type ItemOf<Name extends 'getOrganizationInvitations' | 'getOrganizationSuggestions'> = Awaited<
  ReturnType<UserResource[Name]>
>['data'][number]

/** An invitation of the user to an organization; `accept()` accepts it. */
export type UserOrganizationInvitationResource = ItemOf<'getOrganizationInvitations'>
/** An organization whose domain the user's address is of; `accept()` asks to join it. */
export type OrganizationSuggestionResource = ItemOf<'getOrganizationSuggestions'>

type Wish = PageParams & {
  status?: string | undefined
  /** What was read stays until the next page is there. Always so; taken for code that says it. */
  keepPreviousData?: true | undefined
}

/** What is wanted of one list: `true` for its first page. Left out, it stays empty. */
export type ListParam = true | Wish | undefined

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

/** The organizations of a user, and what changes which of them is active. */
export type OrganizationListValue = {
  /** Organizations that the user belongs to. */
  userMemberships: Pages<OrganizationMembershipResource>
  /** Invitations of the user. */
  userInvitations: Pages<UserOrganizationInvitationResource>
  /** Organizations that the user may ask to join. */
  userSuggestions: Pages<OrganizationSuggestionResource>
} & (
  | { isLoaded: false; setActive: undefined; createOrganization: undefined }
  | ({ isLoaded: true } & Pick<Clerk, 'setActive' | 'createOrganization'>)
)

/** The value of `useOrganizationList`, with what is read of each list. */
export const toOrganizationList = (
  { setActive, createOrganization }: Clerk,
  { client }: ClerkSnapshot,
  lists: Pick<OrganizationListValue, keyof OrganizationLists>,
): OrganizationListValue =>
  client
    ? { isLoaded: true, setActive, createOrganization, ...lists }
    : { isLoaded: false, setActive: undefined, createOrganization: undefined, ...lists }

const pageParams = (param: ListParam): Wish => (typeof param === 'object' ? param : {})

/** @throws TypeError that names what is not known. */
const assertLists = (params: OrganizationListParams): void => {
  const hook = 'useOrganizationList'
  assertKnown(hook, params, 'userMemberships, userInvitations, userSuggestions')
  for (const param of Object.values(params))
    assertKnown(
      hook,
      pageParams(param),
      'initialPage, pageSize, infinite, keepPreviousData, status',
    )
}

/**
 * The lists of a user's organizations, none of them read yet.
 *
 * @throws TypeError for a wish that is not known, by name.
 */
export const organizationLists = (
  user: UserResource | null | undefined,
  params: OrganizationListParams,
): OrganizationLists => {
  assertLists(params)
  const { userMemberships, userInvitations, userSuggestions } = params
  return {
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
  }
}
