import { refuse } from './api-error.ts'

// The documented refusals about organizations: status and code are the contract, the wording is
// ours.

export const missingPermission = (permission: string) =>
  refuse(
    403,
    'missing_organization_permission',
    'Current user is missing an organization permission.',
    { permissions: [permission] },
  )
export const minimumPermissionsNeeded = () =>
  refuse(
    400,
    'organization_minimum_permissions_needed',
    'Somebody else has to be able to manage the members first.',
  )
export const adminDeleteNotEnabled = () =>
  refuse(
    403,
    'organization_admin_delete_not_enabled',
    'Administrators may not delete this organization.',
  )
/** @param emails who they are, as far as they were named by address. */
export const alreadyMember = (who: string, emails: readonly string[] = []) =>
  refuse(
    400,
    'already_a_member_in_organization',
    `${who} is already a member of the organization.`,
    emails.length > 0 ? { email_addresses: emails } : undefined,
  )
/** @param emails the addresses that are invited already. */
export const alreadyInvited = (emails: readonly string[]) =>
  refuse(
    400,
    'duplicate_record',
    `There are pending invitations already for ${emails.join(', ')}.`,
    { email_addresses: emails },
  )
/** @param limit how many members and invitations there may be. */
export const membershipQuotaExceeded = (limit: number) =>
  refuse(
    403,
    'organization_membership_quota_exceeded',
    `This organization may have ${limit} members, pending invitations included.`,
  )

const onDomain = (code: string, message: string, status = 422) =>
  refuse(status, code, message, { param_name: 'name' })

export const domainsNotEnabled = () =>
  refuse(
    403,
    'organization_domains_not_enabled',
    'Organizations have no verified domains on this instance.',
  )
export const domainTaken = () =>
  onDomain('organization_domain_already_exists', 'This domain is already used by an organization.')
export const domainCommon = () =>
  onDomain(
    'organization_domain_common',
    'Everybody can have an address there. Please use a domain of your own.',
  )
export const enrollmentModeNotEnabled = (mode: string) =>
  refuse(
    403,
    'organization_domain_enrollment_mode_not_enabled',
    `The enrollment mode ${mode} is not enabled on this instance.`,
  )
