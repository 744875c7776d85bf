import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findRecord } from '../../domain/backend/find.ts'
import { sendInvitation } from '../../domain/organization/invitations.ts'
import { assertRoomFor } from '../../domain/organization/members.ts'
import {
  invitationsOf,
  inviteTo,
  pendingInvitationsOf,
  revokeInvitation,
  statusOf,
} from '../../domain/organization-offers.ts'
import { membershipIn } from '../../domain/organizations.ts'
import { findUserBy } from '../../domain/users.ts'
import { resourceNotFound } from '../../lib/api-errors.ts'
import { actionInvalid, duplicateRecord } from '../../lib/backend-errors.ts'
import { isPlainUrl } from '../../lib/one-line.ts'
import { alreadyMember } from '../../lib/organization-errors.ts'
import { normalEmail } from '../../model/identifiers.ts'
import type { OrganizationInvitationRecord } from '../../model/records/organization.ts'
import {
  toInvitationWithOrganizationJson,
  toOrganizationInvitationJson,
} from '../../serialize/backend/organization.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList, byTime, inOrder } from './answer-list.ts'
import { assertEachOnce } from './each-once.ts'
import { organizationIn } from './organizations.ts'
import {
  bodyOf,
  one,
  optionalAmount,
  optionalFlag,
  optionalRecord,
  optionalText,
  queryOf,
} from './read-input.ts'
import { userOf } from './users.ts'

const day = 24 * 60 * 60_000

const CreateSchema = z.strictObject({
  email_address: z.string().includes('@'),
  inviter_user_id: optionalText,
  role: z.string().regex(/^org:[a-z0-9_]+$/, 'a key such as org:admin'),
  public_metadata: optionalRecord,
  private_metadata: optionalRecord,
  redirect_url: z.string().refine(isPlainUrl, 'an absolute URL, in one line').nullish(),
  expires_in_days: optionalAmount,
  notify: optionalFlag,
})

type NewInvitation = z.output<typeof CreateSchema>

// All that can be wrong is found before the first one is made.
const assertInvitable = (c: Context<Env>, organizationId: string, given: NewInvitation): void => {
  const { instance } = c.env
  const address = normalEmail(given.email_address)
  const owner = findUserBy(instance, address)
  if (owner && membershipIn(instance, owner.id, organizationId))
    throw alreadyMember(address, [address])
  const pending = pendingInvitationsOf(instance, organizationId)
  if (pending.some(({ emailAddress }) => emailAddress === address))
    throw duplicateRecord(`There is a pending invitation for ${address} already.`)
  if (given.inviter_user_id) findRecord(instance, 'users', 'User', given.inviter_user_id)
}

const invite = (c: Context<Env>, organizationId: string, given: NewInvitation) => {
  const { instance, incoming } = c.env
  const invitation = inviteTo(instance, {
    organizationId,
    emailAddress: normalEmail(given.email_address),
    role: given.role,
    publicMetadata: given.public_metadata ?? {},
    privateMetadata: given.private_metadata ?? {},
    inviterId: given.inviter_user_id ?? null,
  })
  if (given.expires_in_days != null)
    invitation.expireAt = invitation.createdAt + given.expires_in_days * day
  const places = { base: incoming.base, redirectUrl: given.redirect_url ?? null }
  sendInvitation(instance, invitation, places, given.notify !== false)
  return invitation
}

const create = (c: Context<Env>) => {
  const organization = organizationIn(c)
  const { id } = organization
  const given = bodyOf(c, CreateSchema)
  assertInvitable(c, id, given)
  assertRoomFor({ instance: c.env.instance, organization }, 1)
  const invitation = invite(c, id, given)
  return answerJson(c, () => toOrganizationInvitationJson(c.env.instance, invitation))
}

const toJsonOf = (c: Context<Env>) => (each: OrganizationInvitationRecord) =>
  toOrganizationInvitationJson(c.env.instance, each)

const createAll = (c: Context<Env>) => {
  const organization = organizationIn(c)
  const { id } = organization
  const all = bodyOf(c, z.array(CreateSchema).min(1, 'at least one').max(10, 'at most ten'))
  for (const given of all) assertInvitable(c, id, given)
  assertEachOnce(all)
  assertRoomFor({ instance: c.env.instance, organization }, all.length)
  const data = all.map(given => invite(c, id, given)).map(toJsonOf(c))
  return c.json({ data, total_count: data.length })
}

const statuses = z.enum(['pending', 'accepted', 'revoked', 'expired'])

const filtered = (c: Context<Env>, all: readonly OrganizationInvitationRecord[]) => {
  const query = queryOf(c, {
    status: one.pipe(statuses).optional(),
    email_address: one.optional(),
    query: one.optional(),
  })
  return all.filter(
    each =>
      (query.status === undefined || statusOf(c.env.instance, each) === query.status) &&
      (query.email_address === undefined ||
        each.emailAddress === normalEmail(query.email_address)) &&
      (query.query === undefined ||
        each.emailAddress.includes(query.query.toLowerCase()) ||
        each.id === query.query),
  )
}

const orders = {
  ...byTime,
  email_address: ({ emailAddress }: OrganizationInvitationRecord) => emailAddress,
}

const list = (c: Context<Env>) => {
  const { id } = organizationIn(c)
  const own = c.env.instance.database.organizationInvitations.where(
    ({ organizationId }) => organizationId === id,
  )
  return answerList(c, inOrder(c, filtered(c, own), orders), toJsonOf(c), { wrapped: 'always' })
}

const invitationIn = (c: Context<Env>): OrganizationInvitationRecord => {
  const id = c.req.param('invitation_id') ?? ''
  const invitation = c.env.instance.database.organizationInvitations.get(id)
  if (invitation?.organizationId !== organizationIn(c).id)
    throw resourceNotFound('Organization invitation', id)
  return invitation
}

const revoke = (c: Context<Env>) => {
  const { instance } = c.env
  const invitation = invitationIn(c)
  bodyOf(c, z.strictObject({ requesting_user_id: optionalText }))
  const status = statusOf(instance, invitation)
  if (status !== 'pending') throw actionInvalid('invitation', status)
  revokeInvitation(instance, invitation)
  return answerJson(c, () => toOrganizationInvitationJson(instance, invitation))
}

/** `/v1/organizations/{organization_id}/invitations` */
export const createOrganizationInvitationRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .post('/:organization_id/invitations', create)
    .get('/:organization_id/invitations', list)
    .post('/:organization_id/invitations/bulk', createAll)
    .get('/:organization_id/invitations/pending', c =>
      answerList(c, pendingInvitationsOf(c.env.instance, organizationIn(c).id), toJsonOf(c), {
        wrapped: 'always',
      }),
    )
    .get('/:organization_id/invitations/:invitation_id', c =>
      answerJson(c, () => toOrganizationInvitationJson(c.env.instance, invitationIn(c))),
    )
    .post('/:organization_id/invitations/:invitation_id/revoke', revoke)

const answerWithOrganizations = (
  c: Context<Env>,
  all: readonly OrganizationInvitationRecord[],
): Response =>
  answerList(
    c,
    inOrder(c, filtered(c, all), orders),
    each => toInvitationWithOrganizationJson(c.env.instance, each),
    { wrapped: 'always' },
  )

/** `/v1/organization_invitations`: those of the whole instance. */
export const createAllInvitationRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/', c =>
    answerWithOrganizations(
      c,
      c.env.instance.database.organizationInvitations.where(() => true),
    ),
  )

/** `/v1/users/{user_id}/organization_invitations` */
export const createUserInvitationRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/:user_id/organization_invitations', c =>
    answerWithOrganizations(c, invitationsOf(c.env.instance, userOf(c))),
  )
