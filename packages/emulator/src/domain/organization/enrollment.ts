import type { Instance } from '../../model/instance.ts'
import type { OrganizationDomainRecord } from '../../model/records/organization-domain.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { verifiedEmails } from '../factors/recipients.ts'
import { inviteTo, statusOf, suggestTo } from '../organization-offers.ts'
import { defaultRole } from '../organization-roles.ts'
import { membershipIn } from '../organizations.ts'

/** Whether it is proven that a domain belongs to its organization. */
export const isVerified = ({ affiliation, ownership }: Readonly<OrganizationDomainRecord>) =>
  [affiliation, ownership].some(proof => proof !== null && proof.verifiedAt !== null)

const addressAt = (user: UserRecord, { name }: OrganizationDomainRecord): string | undefined =>
  verifiedEmails(user).find(({ emailAddress }) => emailAddress.endsWith(`@${name}`))?.emailAddress

const offer = (instance: Instance, domain: OrganizationDomainRecord, user: UserRecord): void => {
  const { id, organizationId, enrollmentMode } = domain
  const emailAddress = addressAt(user, domain)
  if (emailAddress === undefined || membershipIn(instance, user.id, organizationId)) return
  const { organizationInvitations, organizationSuggestions } = instance.database
  const isInvited = organizationInvitations
    .all()
    .some(each => each.organizationId === organizationId && each.emailAddress === emailAddress)
  const isSuggested = organizationSuggestions
    .all()
    .some(each => each.organizationId === organizationId && each.userId === user.id)
  if (enrollmentMode === 'automatic_invitation' && !isInvited) {
    const given = { organizationId, emailAddress, role: defaultRole, publicMetadata: {} }
    inviteTo(instance, given, id)
  }
  if (enrollmentMode === 'automatic_suggestion' && !isSuggested)
    suggestTo(instance, { organizationId, userId: user.id }, id)
}

/** Offers a user what follows from the verified domains of its email addresses. */
export const offerByDomains = (instance: Instance, user: UserRecord): void => {
  for (const domain of instance.database.organizationDomains.all())
    if (isVerified(domain)) offer(instance, domain, user)
}

/** Offers a verified domain's organization to everybody who has an address there. */
export const offerToOwners = (instance: Instance, domain: OrganizationDomainRecord): void => {
  if (!isVerified(domain) || domain.enrollmentMode === 'manual_invitation') return
  const { users } = instance.database
  for (const user of users.where(each => addressAt(each, domain) !== undefined))
    offer(instance, domain, user)
}

/** What a domain has offered and nobody has answered yet. */
export const openOffersOf = (instance: Instance, { id }: OrganizationDomainRecord) => ({
  invitations: instance.database.organizationInvitations.where(
    each => each.domainId === id && statusOf(instance, each) === 'pending',
  ),
  suggestions: instance.database.organizationSuggestions.where(
    each => each.domainId === id && each.status === 'pending',
  ),
})

/** Takes back what a domain has offered and nobody has answered yet. */
export const withdrawOffers = (instance: Instance, domain: OrganizationDomainRecord): void => {
  const { invitations, suggestions } = openOffersOf(instance, domain)
  for (const { id } of invitations) instance.database.organizationInvitations.delete(id)
  for (const { id } of suggestions) instance.database.organizationSuggestions.delete(id)
}
