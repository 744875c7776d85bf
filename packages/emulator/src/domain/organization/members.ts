import { paramValueInvalid, resourceNotFound } from '../../lib/api-errors.ts'
import {
  alreadyMember,
  membershipQuotaExceeded,
  minimumPermissionsNeeded,
} from '../../lib/organization-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { MembershipRecord } from '../../model/records/organization.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { pendingInvitationsOf } from '../organization-offers.ts'
import { permissionsOf, rolesOf } from '../organization-roles.ts'
import { beginMembership, endMembership, membershipIn, membersOf } from '../organizations.ts'
import type { Params } from '../params.ts'
import type { MemberContext } from './access.ts'

const essential = 'org:sys_memberships:manage'

/** A member with the user that it is. */
export interface Member {
  readonly membership: MembershipRecord
  readonly user: UserRecord
}

type InOrganization = Pick<MemberContext, 'instance' | 'organization'>

/** A role that the instance knows. @throws ApiError 422 for another. */
export const readRole = (instance: Instance, params: Params): string => {
  const role = params.required('role')
  if (!Object.hasOwn(rolesOf(instance), role)) throw paramValueInvalid('role')
  return role
}

/**
 * @throws ApiError 403 when an organization may not have so many more, by its own limit or the
 * instance's.
 */
export const assertRoomFor = (
  { instance, organization: { id, maxMemberships: own } }: InOrganization,
  more: number,
): void => {
  const maxMemberships = own ?? instance.settings.maxMemberships
  const taken = membersOf(instance, id).length + pendingInvitationsOf(instance, id).length
  if (maxMemberships > 0 && taken + more > maxMemberships)
    throw membershipQuotaExceeded(maxMemberships)
}

// Without such a member nobody could ever be one again.
const assertNotLastManager = (instance: Instance, { id, organizationId }: MembershipRecord) => {
  const isManager = (each: MembershipRecord) => each.permissions.includes(essential)
  const managers = membersOf(instance, organizationId).filter(isManager)
  if (managers.length === 1 && managers[0]?.id === id) throw minimumPermissionsNeeded()
}

/**
 * Ends a membership, by its user or by who manages the members.
 *
 * @throws ApiError 400 for the last one who can manage the members.
 */
export const quit = (instance: Instance, membership: MembershipRecord): void => {
  assertNotLastManager(instance, membership)
  endMembership(instance, membership)
}

const textsOf = (user: UserRecord): string[] => [
  user.id,
  `${user.firstName ?? ''} ${user.lastName ?? ''}`,
  user.username ?? '',
  ...user.emailAddresses.map(({ emailAddress }) => emailAddress),
  ...user.phoneNumbers.map(({ phoneNumber }) => phoneNumber),
]

/**
 * The members of an organization, in order of joining.
 *
 * @param query what their names, addresses or ids have somewhere; `''` for all.
 * @param roles those that they have one of; none for all.
 */
export const findMembers = (
  { instance, organization }: MemberContext,
  query: string,
  roles: readonly string[],
): Member[] => {
  const sought = query.trim().toLowerCase()
  return membersOf(instance, organization.id)
    .flatMap(membership => {
      const user = instance.database.users.get(membership.userId)
      return user ? [{ membership, user }] : []
    })
    .filter(({ membership }) => roles.length === 0 || roles.includes(membership.role))
    .filter(({ user }) => textsOf(user).some(text => text.toLowerCase().includes(sought)))
}

/** A member of the organization. @throws ApiError 404 for who is none. */
export const findMember = ({ instance, organization }: InOrganization, userId: string): Member => {
  const membership = membershipIn(instance, userId, organization.id)
  const user = instance.database.users.get(userId)
  if (!membership || !user) throw resourceNotFound('Organization membership')
  return { membership, user }
}

/** Makes a user of the instance a member. */
export const addMember = (context: MemberContext, params: Params): Member => {
  const { instance, organization } = context
  const userId = params.required('user_id')
  const role = readRole(instance, params)
  const user = instance.database.users.get(userId)
  if (!user) throw resourceNotFound('User', userId)
  if (membershipIn(instance, userId, organization.id)) throw alreadyMember(userId)
  assertRoomFor(context, 1)
  beginMembership(instance, {
    organizationId: organization.id,
    userId,
    role,
    permissions: permissionsOf(instance, role),
    publicMetadata: {},
  })
  return findMember(context, userId)
}

/** Gives a member another role. @throws ApiError 400 for the last who manages the members. */
export const changeRole = (context: MemberContext, userId: string, params: Params): Member => {
  const { instance } = context
  const member = findMember(context, userId)
  const role = readRole(instance, params)
  const permissions = permissionsOf(instance, role)
  if (!permissions.includes(essential)) assertNotLastManager(instance, member.membership)
  Object.assign(member.membership, { role, permissions })
  return member
}
