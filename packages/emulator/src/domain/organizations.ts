import { organizationNotFound, resourceNotFound } from '../lib/api-errors.ts'
import { toSlug } from '../lib/slug.ts'
import type { Instance } from '../model/instance.ts'
import { newRecord } from '../model/new-record.ts'
import type {
  MembershipRecord,
  OrganizationInvitationRecord,
  OrganizationRecord,
} from '../model/records/organization.ts'
import type { SessionRecord } from '../model/records/session.ts'
import type { TicketRecord } from '../model/records/ticket.ts'
import type { UserRecord } from '../model/records/user.ts'
import { creatorRole, permissionsOf } from './organization-roles.ts'

/** What a user is a member of, in order of joining. */
export const membershipsOf = ({ database }: Instance, userId: string): MembershipRecord[] =>
  database.memberships.where(membership => membership.userId === userId)

/** Who is a member of an organization, in order of joining. */
export const membersOf = ({ database }: Instance, organizationId: string): MembershipRecord[] =>
  database.memberships.where(membership => membership.organizationId === organizationId)

/** The organization of a membership, an invitation or a suggestion. */
export const organizationOf = (
  { database }: Instance,
  { organizationId }: Pick<MembershipRecord, 'organizationId'>,
): OrganizationRecord => {
  const organization = database.organizations.get(organizationId)
  if (!organization) throw resourceNotFound('Organization', organizationId)
  return organization
}

/** The organization of this id or slug. */
export const findOrganization = (
  { database }: Instance,
  idOrSlug: string,
): OrganizationRecord | undefined =>
  database.organizations.get(idOrSlug) ??
  database.organizations.where(({ slug }) => slug === idOrSlug)[0]

/** A user's membership of an organization; `null` for none, and for the personal account. */
export const membershipIn = (
  instance: Instance,
  userId: string,
  organizationId: string | null,
): MembershipRecord | null =>
  membershipsOf(instance, userId).find(
    membership => membership.organizationId === organizationId,
  ) ?? null

/**
 * The id of the organization that a request names by id or slug, `null` for the personal account.
 *
 * @throws ApiError 404 unless the session's user is a member: whether the organization exists is
 * not told.
 */
export const readOrganization = (
  instance: Instance,
  session: SessionRecord,
  idOrSlug: string | null,
): string | null => {
  if (idOrSlug === null) return null
  const organization = findOrganization(instance, idOrSlug)
  if (!organization || !membershipIn(instance, session.userId, organization.id))
    throw organizationNotFound()
  return organization.id
}

/**
 * Makes an organization, or the personal account, the active one of a session; what was to be
 * chosen is chosen then.
 */
export const activateOrganization = (
  instance: Instance,
  session: SessionRecord,
  id: string | null,
): void => {
  // Where one has to be chosen there is no personal account: what was active stays so.
  if (id === null && instance.settings.forceOrganizationSelection) return
  if (session.lastActiveOrganizationId === id) return
  session.lastActiveOrganizationId = id
  session.tasks = session.tasks.filter(key => key !== 'choose-organization')
  if (session.status === 'pending' && session.tasks.length === 0) session.status = 'active'
}

/** Makes a user a member of an organization. */
export const beginMembership = (
  instance: Instance,
  given: Pick<
    MembershipRecord,
    'organizationId' | 'userId' | 'role' | 'permissions' | 'publicMetadata'
  > &
    Partial<Pick<MembershipRecord, 'privateMetadata'>>,
): void => {
  const membership = {
    ...newRecord(instance, 'orgmem'),
    privateMetadata: {},
    ...given,
  }
  instance.database.memberships.set(membership)
}

/** The tickets of an invitation are of no use any more. */
export const closeTickets = (
  { database }: Instance,
  invitation: OrganizationInvitationRecord,
  status: 'used' | 'revoked',
): void => {
  const isOurs = ({ organizationInvitationId }: Readonly<TicketRecord>) =>
    organizationInvitationId === invitation.id
  for (const ticket of database.tickets.where(isOurs)) ticket.status = status
}

/** Ends a membership; sessions in that organization are in the personal account again. */
export const endMembership = (
  instance: Instance,
  { id, userId, organizationId }: MembershipRecord,
): void => {
  instance.database.memberships.delete(id)
  const isThere = (session: Readonly<SessionRecord>) =>
    session.userId === userId && session.lastActiveOrganizationId === organizationId
  for (const session of instance.database.sessions.where(isThere)) {
    session.lastActiveOrganizationId = null
  }
}

/** Makes a user the administrator of an organization, as its creator is. */
export const beginAdministration = (
  instance: Instance,
  { id }: OrganizationRecord,
  user: UserRecord,
): void =>
  beginMembership(instance, {
    organizationId: id,
    userId: user.id,
    role: creatorRole,
    permissions: permissionsOf(instance, creatorRole),
    publicMetadata: {},
  })

/** The slug that is made of a name. Nobody chose it: it gives way to one that is there. */
export const freeSlug = (instance: Instance, name: string): string => {
  const slug = toSlug(name) || 'organization'
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`
    if (!findOrganization(instance, candidate)) return candidate
  }
}

/** A new organization, of which nobody is a member yet. */
export const createOrganization = (
  instance: Instance,
  given: Pick<OrganizationRecord, 'name' | 'slug' | 'publicMetadata'> & { readonly id?: string },
): OrganizationRecord => {
  const now = instance.clock.now()
  const { id = instance.ids.next('org'), ...rest } = given
  const backend = {
    privateMetadata: {},
    createdBy: null,
    maxMemberships: null,
    adminDeleteEnabled: true,
  }
  const organization = { id, ...rest, image: null, ...backend, createdAt: now, updatedAt: now }
  instance.database.organizations.set(organization)
  return organization
}

/** Deletes an organization with its memberships, domains, and with what it offered to others. */
export const deleteOrganization = (instance: Instance, id: string): void => {
  const { database } = instance
  const isOurs = ({ organizationId }: { readonly organizationId: string }) => organizationId === id
  for (const invitation of database.organizationInvitations.where(isOurs))
    closeTickets(instance, invitation, 'revoked')
  const image = database.organizations.get(id)?.image
  if (image) database.images.delete(image.id)
  for (const membership of membersOf(instance, id)) endMembership(instance, membership)
  for (const table of [
    database.organizationInvitations,
    database.organizationSuggestions,
    database.organizationDomains,
    database.membershipRequests,
  ])
    for (const record of table.where(isOurs)) table.delete(record.id)
  database.organizations.delete(id)
}
