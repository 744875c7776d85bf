import { statusOf } from '../domain/organization-offers.ts'
import { organizationOf } from '../domain/organizations.ts'
import type { Instance } from '../model/instance.ts'
import type { MembershipRequestRecord } from '../model/records/membership-request.ts'
import type {
  OrganizationInvitationRecord,
  OrganizationSuggestionRecord,
} from '../model/records/organization.ts'
import { roleNameOf, toPublicOrganizationJson } from './organization.ts'
import { toPublicUserDataJson } from './public-user-data.ts'

/** An invitation, as who is invited and who invites see it. */
export const toInvitationJson = (instance: Instance, invitation: OrganizationInvitationRecord) => ({
  object: 'organization_invitation',
  id: invitation.id,
  email_address: invitation.emailAddress,
  organization_id: invitation.organizationId,
  public_organization_data: toPublicOrganizationJson(
    instance,
    organizationOf(instance, invitation),
  ),
  role: invitation.role,
  role_name: roleNameOf(invitation.role),
  status: statusOf(instance, invitation),
  url: null,
  expires_at: invitation.expireAt,
  public_metadata: invitation.publicMetadata,
  created_at: invitation.createdAt,
  updated_at: invitation.updatedAt,
})

/** A suggestion, as its user sees it. */
export const toSuggestionJson = (instance: Instance, suggestion: OrganizationSuggestionRecord) => ({
  object: 'organization_suggestion',
  id: suggestion.id,
  public_organization_data: toPublicOrganizationJson(
    instance,
    organizationOf(instance, suggestion),
  ),
  status: suggestion.status,
  created_at: suggestion.createdAt,
  updated_at: suggestion.updatedAt,
})

/** That somebody has asked to join, as who manages the members sees it. */
export const toMembershipRequestJson = (instance: Instance, request: MembershipRequestRecord) => {
  const user = instance.database.users.get(request.userId)
  return {
    object: 'organization_membership_request',
    id: request.id,
    organization_id: request.organizationId,
    status: request.status,
    public_user_data: user ? toPublicUserDataJson(instance, user) : null,
    created_at: request.createdAt,
    updated_at: request.updatedAt,
  }
}
