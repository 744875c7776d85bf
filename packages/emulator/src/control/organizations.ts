import { sendInvitation } from '../domain/organization/invitations.ts'
import {
  type EmulatedInvitation,
  type EmulatedOrganization,
  type EmulatedSuggestion,
  type InvitationInput,
  InvitationSchema,
  type MemberInput,
  MemberSchema,
  type OrganizationInput,
  OrganizationSchema,
  parseOrganizationInput,
} from '../domain/organization-input.ts'
import { inviteTo, revokeInvitation, suggestTo } from '../domain/organization-offers.ts'
import { defaultRole, permissionsOf } from '../domain/organization-roles.ts'
import {
  beginMembership,
  createOrganization,
  deleteOrganization,
  endMembership,
  findOrganization,
  membershipIn,
  membersOf,
} from '../domain/organizations.ts'
import { findUserBy } from '../domain/users.ts'
import { pageOf } from '../lib/list-page.ts'
import { toSlug } from '../lib/slug.ts'
import { normalEmail } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import type {
  OrganizationInvitationRecord,
  OrganizationRecord,
  OrganizationSuggestionRecord,
} from '../model/records/organization.ts'
import {
  findOrganizations,
  type OrganizationFilter,
  type OrganizationListOptions,
} from './find-organizations.ts'

/** The organizations of the instance. */
export interface OrganizationControl {
  /**
   * Creates one with its members.
   *
   * @throws TypeError when the slug is taken, a member is no user or a field is wrong.
   */
  create(input: OrganizationInput): EmulatedOrganization
  /** By id or slug. */
  get(idOrSlug: string): EmulatedOrganization | undefined
  /** All of them, or those that fit, in order of creation. */
  list(options?: OrganizationListOptions): readonly EmulatedOrganization[]
  /** How many such organizations there are, however many are listed. */
  count(filter?: OrganizationFilter): number
  /** Makes a user a member. @throws TypeError when it is one. */
  addMember(id: string, member: MemberInput): EmulatedOrganization
  /** Ends a membership; sessions in the organization are in the personal account again. */
  removeMember(id: string, userId: string): EmulatedOrganization
  /**
   * Invites the owner of an email address, by a message with a link: whoever has proved to own it
   * can accept.
   *
   * @throws TypeError when the owner is a member or a field is wrong.
   */
  invite(id: string, input: InvitationInput): EmulatedInvitation
  /** Takes an invitation back. @throws TypeError unless it is pending. */
  revokeInvitation(invitationId: string): EmulatedInvitation
  /** Suggests an organization to a user, who can ask to join then. */
  suggest(id: string, userId: string): EmulatedSuggestion
  /** Deletes an organization with its memberships, invitations and suggestions. */
  delete(id: string): void
}

const toOrganization = (
  instance: Instance,
  organization: Readonly<OrganizationRecord>,
): EmulatedOrganization =>
  structuredClone({ ...organization, members: membersOf(instance, organization.id) })

const find = ({ database }: Instance, id: string): OrganizationRecord => {
  const organization = database.organizations.get(id)
  if (!organization) throw new TypeError(`There is no organization ${id}: take an id from list().`)
  return organization
}

const checkMember = (
  instance: Instance,
  organizationId: string | null,
  { userId }: MemberInput,
): void => {
  if (!instance.database.users.has(userId))
    throw new TypeError(`There is no user ${userId}: create it first.`)
  if (membershipIn(instance, userId, organizationId))
    throw new TypeError(`The user ${userId} is a member already.`)
}

const join = (instance: Instance, organization: OrganizationRecord, member: MemberInput): void => {
  const { userId, role = defaultRole, publicMetadata = {} } = member
  const permissions = [
    ...new Set([...permissionsOf(instance, role), ...(member.permissions ?? [])]),
  ]
  beginMembership(instance, {
    organizationId: organization.id,
    userId,
    role,
    permissions,
    publicMetadata,
  })
}

const invite = (
  instance: Instance,
  organizationId: string,
  input: InvitationInput,
): OrganizationInvitationRecord => {
  find(instance, organizationId)
  const given = parseOrganizationInput(InvitationSchema, input)
  const { role = defaultRole, publicMetadata = {}, redirectUrl = null } = given
  const emailAddress = normalEmail(given.emailAddress)
  const owner = findUserBy(instance, emailAddress)
  if (owner) checkMember(instance, organizationId, { userId: owner.id })
  const invitation = { organizationId, emailAddress, role, publicMetadata }
  const invited = inviteTo(instance, invitation)
  sendInvitation(instance, invited, { base: instance.issuer, redirectUrl })
  return invited
}

const create = (instance: Instance, input: OrganizationInput): OrganizationRecord => {
  const {
    id,
    name,
    slug = toSlug(name),
    publicMetadata = {},
    maxMemberships = null,
    adminDeleteEnabled = true,
    members = [],
    invitations = [],
  } = parseOrganizationInput(OrganizationSchema, input)
  for (const taken of [id, slug]) {
    if (taken !== undefined && findOrganization(instance, taken))
      throw new TypeError(`There is an organization ${taken} already.`)
  }
  for (const member of members) checkMember(instance, null, member)
  if (new Set(members.map(({ userId }) => userId)).size < members.length)
    throw new TypeError('A user is a member of an organization once.')
  for (const { emailAddress } of invitations) {
    const ownerId = findUserBy(instance, normalEmail(emailAddress))?.id
    if (members.some(({ userId }) => userId === ownerId))
      throw new TypeError(`The owner of ${emailAddress} is a member: no invitation is needed.`)
  }
  const own = id === undefined ? {} : { id }
  const organization = createOrganization(instance, { ...own, name, slug, publicMetadata })
  Object.assign(organization, { maxMemberships, adminDeleteEnabled })
  for (const member of members) join(instance, organization, member)
  for (const each of invitations) invite(instance, organization.id, each)
  return organization
}

const revoke = (instance: Instance, id: string): OrganizationInvitationRecord => {
  const invitation = instance.database.organizationInvitations.get(id)
  if (invitation?.status !== 'pending')
    throw new TypeError(`There is no pending invitation ${id}: take an id from invite().`)
  revokeInvitation(instance, invitation)
  return invitation
}

const suggest = (instance: Instance, id: string, userId: string): OrganizationSuggestionRecord => {
  find(instance, id)
  checkMember(instance, id, { userId })
  return suggestTo(instance, { organizationId: id, userId })
}

export const createOrganizationControl = (instance: Instance): OrganizationControl => {
  const change = (work: () => OrganizationRecord) => toOrganization(instance, instance.change(work))
  return {
    create: input => change(() => create(instance, input)),
    get: idOrSlug => {
      const organization = findOrganization(instance, idOrSlug)
      return organization && toOrganization(instance, organization)
    },
    list: options =>
      pageOf(findOrganizations(instance, options), options).map(each =>
        toOrganization(instance, each),
      ),
    count: filter => findOrganizations(instance, filter).length,
    addMember: (id, input) =>
      change(() => {
        const organization = find(instance, id)
        const member = parseOrganizationInput(MemberSchema, input)
        checkMember(instance, id, member)
        join(instance, organization, member)
        return organization
      }),
    removeMember: (id, userId) =>
      change(() => {
        const organization = find(instance, id)
        const membership = membershipIn(instance, userId, id)
        if (!membership) throw new TypeError(`The user ${userId} is no member of ${id}.`)
        endMembership(instance, membership)
        return organization
      }),
    invite: (id, input) => structuredClone(instance.change(() => invite(instance, id, input))),
    revokeInvitation: id => structuredClone(instance.change(() => revoke(instance, id))),
    suggest: (id, userId) => structuredClone(instance.change(() => suggest(instance, id, userId))),
    delete: id =>
      instance.change(() => {
        find(instance, id)
        deleteOrganization(instance, id)
      }),
  }
}
