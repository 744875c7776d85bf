import { initialsUrl } from '../domain/image-url.ts'
import { statusOf } from '../domain/organization-offers.ts'
import { organizationOf } from '../domain/organizations.ts'
import type { Instance } from '../model/instance.ts'
import type {
  OrganizationInvitationRecord,
  OrganizationRecord,
  OrganizationSuggestionRecord,
} from '../model/records/organization.ts'
import { roleNameOf } from './organization.ts'

// What somebody may know who is no member yet.
const toPublicJson = (instance: Instance, { id, name, slug }: OrganizationRecord) => ({
  id,
  name,
  slug,
  image_url: initialsUrl(instance, name),
  has_image: false,
})

/** An invitation, as who is invited sees it. */
export const toInvitationJson = (instance: Instance, invitation: OrganizationInvitationRecord) => ({
  object: 'organization_invitation',
  id: invitation.id,
  email_address: invitation.emailAddress,
  organization_id: invitation.organizationId,
  public_organization_data: toPublicJson(instance, organizationOf(instance, invitation)),
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
  public_organization_data: toPublicJson(instance, organizationOf(instance, suggestion)),
  status: suggestion.status,
  created_at: suggestion.createdAt,
  updated_at: suggestion.updatedAt,
})
