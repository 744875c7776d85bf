import { initialsUrl } from '../domain/image-url.ts'
import { pendingInvitationsOf } from '../domain/organization-offers.ts'
import { membersOf, organizationOf } from '../domain/organizations.ts'
import type { Instance } from '../model/instance.ts'
import type { MembershipRecord, OrganizationRecord } from '../model/records/organization.ts'
import type { UserRecord } from '../model/records/user.ts'
import { toPublicUserDataJson } from './public-user-data.ts'

const toImageJson = (instance: Instance, { image, name }: OrganizationRecord) => ({
  image_url: image?.url ?? initialsUrl(instance, name),
  has_image: image !== null,
})

/** An organization, as somebody may know it who is no member yet. */
export const toPublicOrganizationJson = (instance: Instance, organization: OrganizationRecord) => ({
  id: organization.id,
  name: organization.name,
  slug: organization.slug,
  ...toImageJson(instance, organization),
})

/** An organization, as its members see it. */
export const toOrganizationJson = (instance: Instance, organization: OrganizationRecord) => ({
  object: 'organization',
  id: organization.id,
  name: organization.name,
  slug: organization.slug,
  ...toImageJson(instance, organization),
  members_count: membersOf(instance, organization.id).length,
  pending_invitations_count: pendingInvitationsOf(instance, organization.id).length,
  max_allowed_memberships: organization.maxMemberships ?? instance.settings.maxMemberships,
  admin_delete_enabled: organization.adminDeleteEnabled,
  public_metadata: organization.publicMetadata,
  created_at: organization.createdAt,
  updated_at: organization.updatedAt,
})

/** `org:billing_admin` is called `Billing admin`. */
export const roleNameOf = (role: string): string => {
  const words = role.replace(/^org:/, '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A membership of a user, with its organization. */
export const toMembershipJson = (
  instance: Instance,
  user: UserRecord,
  membership: MembershipRecord,
) => ({
  object: 'organization_membership',
  id: membership.id,
  role: membership.role,
  role_name: roleNameOf(membership.role),
  permissions: membership.permissions,
  public_metadata: membership.publicMetadata,
  organization: toOrganizationJson(instance, organizationOf(instance, membership)),
  public_user_data: toPublicUserDataJson(instance, user),
  created_at: membership.createdAt,
  updated_at: membership.updatedAt,
})
