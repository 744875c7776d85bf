import { statusOf } from '../../domain/organization-offers.ts'
import { organizationOf } from '../../domain/organizations.ts'
import { ticketStatusOf, ticketUrlOf } from '../../domain/tickets.ts'
import type { Instance } from '../../model/instance.ts'
import type {
  MembershipRecord,
  OrganizationInvitationRecord,
  OrganizationRecord,
} from '../../model/records/organization.ts'
import type { UserRecord } from '../../model/records/user.ts'
import {
  roleNameOf,
  toMembershipJson as toOwnMembershipJson,
  toOrganizationJson as toOwnOrganizationJson,
} from '../organization.ts'
import { toInvitationJson as toOwnInvitationJson } from '../organization-offers.ts'
import { toPublicUserDataJson } from '../public-user-data.ts'

/** An organization as a backend sees it; how many its members are it tells only when asked. */
export const toOrganizationJson = (
  instance: Instance,
  organization: OrganizationRecord,
  { isCounted = false } = {},
) => {
  const { members_count: count, ...own } = toOwnOrganizationJson(instance, organization)
  return {
    ...own,
    private_metadata: organization.privateMetadata,
    ...(organization.createdBy === null ? {} : { created_by: organization.createdBy }),
    ...(isCounted ? { members_count: count } : {}),
  }
}

/** A membership as a backend sees it. */
export const toMembershipJson = (
  instance: Instance,
  user: UserRecord,
  membership: MembershipRecord,
) => ({
  ...toOwnMembershipJson(instance, user, membership),
  private_metadata: membership.privateMetadata,
  organization: toOrganizationJson(instance, organizationOf(instance, membership)),
})

// Of who invites, as much as of any other.
const toInviterJson = (instance: Instance, id: string | null) => {
  const inviter = instance.database.users.get(id ?? '')
  if (!inviter) return null
  const data = toPublicUserDataJson(instance, inviter)
  const { username: _, banned: __, profile_image_url: ___, ...own } = data
  return own
}

// Only what may still be used has an address.
const urlOf = (instance: Instance, { id }: OrganizationInvitationRecord): string | null => {
  const [ticket] = instance.database.tickets.where(
    each => each.organizationInvitationId === id && ticketStatusOf(instance, each) === 'pending',
  )
  return ticket ? ticketUrlOf(instance.issuer, ticket) : null
}

/** An invitation to an organization as a backend sees it. */
export const toOrganizationInvitationJson = (
  instance: Instance,
  invitation: OrganizationInvitationRecord,
) => ({
  object: 'organization_invitation',
  id: invitation.id,
  email_address: invitation.emailAddress,
  role: invitation.role,
  role_name: roleNameOf(invitation.role),
  organization_id: invitation.organizationId,
  inviter_id: invitation.inviterId,
  public_inviter_data: toInviterJson(instance, invitation.inviterId),
  status: statusOf(instance, invitation),
  public_metadata: invitation.publicMetadata,
  private_metadata: invitation.privateMetadata,
  url: urlOf(instance, invitation),
  expires_at: invitation.expireAt,
  created_at: invitation.createdAt,
  updated_at: invitation.updatedAt,
})

/** The same with what anybody may know of the organization. */
export const toInvitationWithOrganizationJson = (
  instance: Instance,
  invitation: OrganizationInvitationRecord,
) => ({
  ...toOrganizationInvitationJson(instance, invitation),
  public_organization_data: toOwnInvitationJson(instance, invitation).public_organization_data,
})
