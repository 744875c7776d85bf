import { notPending, resourceNotFound } from '../../lib/api-errors.ts'
import type { MembershipRequestRecord } from '../../model/records/membership-request.ts'
import { defaultRole, permissionsOf } from '../organization-roles.ts'
import { beginMembership, membershipIn } from '../organizations.ts'
import type { MemberContext } from './access.ts'
import { assertRoomFor } from './members.ts'

/** Who has asked to join an organization, the latest first. */
export const requestsTo = ({ instance, organization }: MemberContext): MembershipRequestRecord[] =>
  instance.database.membershipRequests
    .where(({ organizationId }) => organizationId === organization.id)
    .reverse()

const find = (context: MemberContext, id: string): MembershipRequestRecord => {
  const request = requestsTo(context).find(each => each.id === id)
  if (!request) throw resourceNotFound('Organization membership request', id)
  if (request.status !== 'pending') throw notPending('membership request', request.status)
  return request
}

/** Makes who has asked a member. @throws ApiError 404, or 422 unless it is pending. */
export const acceptRequest = (context: MemberContext, id: string): MembershipRequestRecord => {
  const { instance, organization } = context
  const request = find(context, id)
  const { userId } = request
  const isMember = membershipIn(instance, userId, organization.id) !== null
  if (!isMember) assertRoomFor(context, 1)
  request.status = 'accepted'
  const suggestion = instance.database.organizationSuggestions.get(request.suggestionId)
  if (suggestion) suggestion.status = 'completed'
  if (!isMember)
    beginMembership(instance, {
      organizationId: organization.id,
      userId,
      role: defaultRole,
      permissions: permissionsOf(instance, defaultRole),
      publicMetadata: {},
    })
  return request
}

/** Turns down who has asked. @throws ApiError 404, or 422 unless it is pending. */
export const rejectRequest = (context: MemberContext, id: string): MembershipRequestRecord => {
  const request = find(context, id)
  request.status = 'rejected'
  return request
}
