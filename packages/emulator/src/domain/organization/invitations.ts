import { paramMissing, paramNil, resourceNotFound } from '../../lib/api-errors.ts'
import { alreadyInvited, alreadyMember } from '../../lib/organization-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { OrganizationInvitationRecord } from '../../model/records/organization.ts'
import { isTestIdentity } from '../factors/one-time-code.ts'
import { inviteTo, pendingInvitationsOf, revokeInvitation } from '../organization-offers.ts'
import { membershipIn } from '../organizations.ts'
import type { Params } from '../params.ts'
import { normalizeEmail } from '../sign-up/read-fields.ts'
import { createTicket, ticketUrlOf } from '../tickets.ts'
import { findUserBy } from '../users.ts'
import type { MemberContext } from './access.ts'
import { assertRoomFor, readRole } from './members.ts'

/** Where the link of a message begins, and where it leads on to. */
interface Places {
  /** What stands before `/v1`. */
  readonly base: string
  /** A page of the application; `null` where none is known. */
  readonly redirectUrl: string | null
}

/** Makes the ticket of an invitation, and sends the link that carries it. */
export const sendInvitation = (
  instance: Instance,
  { id, emailAddress, publicMetadata, expireAt, createdAt }: OrganizationInvitationRecord,
  { base, redirectUrl }: Places,
  isMailed = true,
): void => {
  const ticket = createTicket(instance, {
    kind: 'organization_invitation',
    emailAddress,
    organizationInvitationId: id,
    publicMetadata,
    redirectUrl,
    lifetime: expireAt - createdAt,
  })
  if (!isMailed || (instance.settings.testMode && isTestIdentity(emailAddress))) return
  const link = ticketUrlOf(base, ticket)
  instance.send({ to: emailAddress, kind: 'organization_invitation', code: null, link })
}

const assertNobodyIn = ({ instance, organization: { id } }: MemberContext, emails: string[]) => {
  const members = emails.filter(email => {
    const owner = findUserBy(instance, email)
    return owner !== undefined && membershipIn(instance, owner.id, id) !== null
  })
  if (members.length > 0) throw alreadyMember(members.join(', '), members)
  const open = new Set(pendingInvitationsOf(instance, id).map(({ emailAddress }) => emailAddress))
  const invited = emails.filter(email => open.has(email))
  if (invited.length > 0) throw alreadyInvited(invited)
}

/**
 * Invites the owners of one address or of several: all of them, or none.
 *
 * @throws ApiError 400 for members and for who is invited already, 403 when there is no room.
 */
export const inviteAll = (
  context: MemberContext,
  params: Params,
): OrganizationInvitationRecord[] => {
  const { instance, organization, client, origin, base } = context
  if (!params.has('email_address')) throw paramMissing('email_address')
  const given = params.list('email_address').map(text => normalizeEmail(text, 'email_address'))
  const emails = [...new Set(given)]
  if (emails.length === 0) throw paramNil('email_address')
  const role = readRole(instance, params)
  assertNobodyIn(context, emails)
  assertRoomFor(context, emails.length)
  const isMailed = params.flag('notify') ?? true
  return emails.map(emailAddress => {
    const organizationId = organization.id
    const given = { organizationId, emailAddress, role, publicMetadata: {} }
    const invitation = inviteTo(instance, given)
    const redirectUrl = origin ?? client.origin
    sendInvitation(instance, invitation, { base, redirectUrl }, isMailed)
    return invitation
  })
}

/** Takes a pending invitation of the organization back. @throws ApiError 404 for any other. */
export const revoke = (
  { instance, organization }: MemberContext,
  id: string,
): OrganizationInvitationRecord => {
  const invitation = pendingInvitationsOf(instance, organization.id).find(each => each.id === id)
  if (!invitation) throw resourceNotFound('Pending organization invitation', id)
  revokeInvitation(instance, invitation)
  return invitation
}
