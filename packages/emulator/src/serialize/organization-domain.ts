import { openOffersOf } from '../domain/organization/enrollment.ts'
import { organizationOf } from '../domain/organizations.ts'
import type { Instance } from '../model/instance.ts'
import type { DomainProof, OrganizationDomainRecord } from '../model/records/organization-domain.ts'
import { toPublicOrganizationJson } from './organization.ts'

const toProofJson = ({ verification, verifiedAt }: DomainProof) => ({
  status: verification.status,
  strategy: verification.strategy,
  attempts: verification.attempts,
  expire_at: verification.expireAt,
  verified_at: verifiedAt,
})

// What the DNS is to say is told to who can do something about it, and only until it is done.
const toOwnershipJson = (
  { name, ownership }: OrganizationDomainRecord,
  mayManage: boolean,
): object | null => {
  if (!ownership) return null
  const isOpen = ownership.verification.status === 'unverified'
  return {
    ...toProofJson(ownership),
    txt_record_name: isOpen ? `_clerk-challenge.${name}` : null,
    txt_record_value: isOpen && mayManage ? ownership.verification.code : null,
  }
}

/**
 * A domain of an organization, with how far it is verified: never with the code that was sent.
 *
 * @param mayManage whether who asks may manage the domains.
 */
export const toOrganizationDomainJson = (
  instance: Instance,
  domain: OrganizationDomainRecord,
  mayManage: boolean,
) => {
  const { invitations, suggestions } = openOffersOf(instance, domain)
  const affiliation = domain.affiliation && toProofJson(domain.affiliation)
  return {
    object: 'organization_domain',
    id: domain.id,
    organization_id: domain.organizationId,
    name: domain.name,
    enrollment_mode: domain.enrollmentMode,
    affiliation_email_address: domain.affiliationEmailAddress,
    affiliation_verification: affiliation,
    ownership_verification: toOwnershipJson(domain, mayManage),
    // its former name, which clients still read
    verification: affiliation,
    total_pending_invitations: invitations.length,
    total_pending_suggestions: suggestions.length,
    public_organization_data: toPublicOrganizationJson(instance, organizationOf(instance, domain)),
    created_at: domain.createdAt,
    updated_at: domain.updatedAt,
  }
}
