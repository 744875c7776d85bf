import { organizationNotFound } from '../../lib/api-errors.ts'
import { missingPermission } from '../../lib/organization-errors.ts'
import type { MembershipRecord, OrganizationRecord } from '../../model/records/organization.ts'
import type { SignedInContext } from '../context.ts'
import type { SystemPermission } from '../organization-roles.ts'
import { membershipIn } from '../organizations.ts'

/** A member of an organization who asks for something in it. */
export interface MemberContext extends SignedInContext {
  readonly organization: OrganizationRecord
  readonly membership: MembershipRecord
}

/**
 * The organization of this id, for one of its members.
 *
 * @throws ApiError 404 for who is no member, and 403 for a member who may not.
 */
export const memberContextOf = (
  context: SignedInContext,
  organizationId: string,
  permission?: SystemPermission,
): MemberContext => {
  const { instance, user } = context
  const organization = instance.database.organizations.get(organizationId)
  const membership = membershipIn(instance, user.id, organizationId)
  if (!organization || !membership) throw organizationNotFound()
  if (permission !== undefined && !membership.permissions.includes(permission))
    throw missingPermission(permission)
  return { ...context, organization, membership }
}
