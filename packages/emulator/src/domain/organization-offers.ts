import { notPending, resourceNotFound } from '../lib/api-errors.ts'
import type { Instance } from '../model/instance.ts'
import { newRecord } from '../model/new-record.ts'
import type {
  OrganizationInvitationRecord,
  OrganizationSuggestionRecord,
} from '../model/records/organization.ts'
import type { UserRecord } from '../model/records/user.ts'
import { verifiedEmails } from './factors/recipients.ts'
import { permissionsOf } from './organization-roles.ts'
import { beginMembership, closeTickets, membershipIn } from './organizations.ts'

const month = 30 * 24 * 60 * 60_000

/** What has become of an invitation by now. */
export const statusOf = (
  { clock }: Instance,
  { status, expireAt }: Readonly<OrganizationInvitationRecord>,
): OrganizationInvitationRecord['status'] | 'expired' =>
  status === 'pending' && expireAt <= clock.now() ? 'expired' : status

/** Whom the members of an organization have invited, whatever became of it. */
export const invitationsBy = (
  { database }: Instance,
  organizationId: string,
): OrganizationInvitationRecord[] =>
  database.organizationInvitations.where(
    each => each.organizationId === organizationId && each.domainId === null,
  )

/** Whom the members of an organization have invited and who has not come yet. */
export const pendingInvitationsOf = (
  instance: Instance,
  organizationId: string,
): OrganizationInvitationRecord[] =>
  invitationsBy(instance, organizationId).filter(each => statusOf(instance, each) === 'pending')

/** The invitations to the addresses that a user proved to own, the latest first. */
export const invitationsOf = (
  { database }: Instance,
  user: UserRecord,
): OrganizationInvitationRecord[] => {
  const own = new Set(verifiedEmails(user).map(({ emailAddress }) => emailAddress))
  return database.organizationInvitations
    .where(({ emailAddress }) => own.has(emailAddress))
    .reverse()
}

/** The organizations that a user could ask to join, the latest first. */
export const suggestionsOf = (
  { database }: Instance,
  user: UserRecord,
): OrganizationSuggestionRecord[] =>
  database.organizationSuggestions.where(({ userId }) => userId === user.id).reverse()

/** Invites the owner of an email address. */
export const inviteTo = (
  instance: Instance,
  given: Pick<
    OrganizationInvitationRecord,
    'organizationId' | 'emailAddress' | 'role' | 'publicMetadata'
  > &
    Partial<Pick<OrganizationInvitationRecord, 'privateMetadata' | 'inviterId'>>,
  domainId: string | null = null,
): OrganizationInvitationRecord => {
  const made = newRecord(instance, 'orginv')
  const invitation: OrganizationInvitationRecord = {
    ...made,
    privateMetadata: {},
    inviterId: null,
    ...given,
    status: 'pending',
    domainId,
    expireAt: made.createdAt + month,
  }
  instance.database.organizationInvitations.set(invitation)
  return invitation
}

/** Suggests an organization to a user. */
export const suggestTo = (
  instance: Instance,
  given: Pick<OrganizationSuggestionRecord, 'organizationId' | 'userId'>,
  domainId: string | null = null,
): OrganizationSuggestionRecord => {
  const suggestion: OrganizationSuggestionRecord = {
    ...newRecord(instance, 'orgsug'),
    ...given,
    status: 'pending',
    domainId,
  }
  instance.database.organizationSuggestions.set(suggestion)
  return suggestion
}

/** Makes a user a member by an invitation that is open, unless the user is one. */
export const joinBy = (
  instance: Instance,
  user: UserRecord,
  invitation: OrganizationInvitationRecord,
): void => {
  const { organizationId, role, publicMetadata, privateMetadata } = invitation
  invitation.status = 'accepted'
  closeTickets(instance, invitation, 'used')
  if (membershipIn(instance, user.id, organizationId)) return
  const permissions = permissionsOf(instance, role)
  const metadata = { publicMetadata, privateMetadata }
  beginMembership(instance, { organizationId, userId: user.id, role, permissions, ...metadata })
}

/** Takes an invitation back. */
export const revokeInvitation = (
  instance: Instance,
  invitation: OrganizationInvitationRecord,
): void => {
  invitation.status = 'revoked'
  closeTickets(instance, invitation, 'revoked')
}

/**
 * Accepts an invitation: the user is a member from now on.
 *
 * @throws ApiError 404 for an invitation to somebody else, 422 for one that is no longer open.
 */
export const acceptInvitation = (
  instance: Instance,
  user: UserRecord,
  id: string,
): OrganizationInvitationRecord => {
  const invitation = invitationsOf(instance, user).find(each => each.id === id)
  if (!invitation) throw resourceNotFound('Organization invitation', id)
  const status = statusOf(instance, invitation)
  if (status !== 'pending') throw notPending('invitation', status)
  joinBy(instance, user, invitation)
  return invitation
}

/**
 * Accepts a suggestion: the user has asked to join.
 *
 * @throws ApiError 404 for a suggestion to somebody else, 422 for one that is no longer open.
 */
export const acceptSuggestion = (
  instance: Instance,
  user: UserRecord,
  id: string,
): OrganizationSuggestionRecord => {
  const suggestion = suggestionsOf(instance, user).find(each => each.id === id)
  if (!suggestion) throw resourceNotFound('Organization suggestion', id)
  if (suggestion.status !== 'pending') throw notPending('suggestion', suggestion.status)
  suggestion.status = 'accepted'
  const { organizationId } = suggestion
  instance.database.membershipRequests.set({
    ...newRecord(instance, 'orgmemreq'),
    organizationId,
    userId: user.id,
    suggestionId: id,
    status: 'pending',
  })
  return suggestion
}
