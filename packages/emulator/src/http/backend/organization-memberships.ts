import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findRecord } from '../../domain/backend/find.ts'
import { findUsers, userOrders } from '../../domain/backend/find-users.ts'
import { mergeMetadata } from '../../domain/backend/merge-metadata.ts'
import { assertRoomFor, findMember, type Member } from '../../domain/organization/members.ts'
import { permissionsOf } from '../../domain/organization-roles.ts'
import {
  beginMembership,
  endMembership,
  membershipIn,
  membershipsOf,
  membersOf,
} from '../../domain/organizations.ts'
import { alreadyMember } from '../../lib/organization-errors.ts'
import type { MembershipRecord } from '../../model/records/organization.ts'
import { toMembershipJson } from '../../serialize/backend/organization.ts'
import type { Env } from '../request-context.ts'
import { answerList, inOrder } from './answer-list.ts'
import { organizationIn } from './organizations.ts'
import { bodyOf, many, optionalRecord, queryOf, text } from './read-input.ts'
import { userFilterOf } from './user-query.ts'
import { userOf } from './users.ts'

const role = z.string().regex(/^org:[a-z0-9_]+$/, 'a key such as org:admin')

const CreateSchema = z.strictObject({
  user_id: text,
  role,
  public_metadata: optionalRecord,
  private_metadata: optionalRecord,
})

const MetadataSchema = CreateSchema.omit({ user_id: true, role: true })

const answerMembers = (c: Context<Env>, members: readonly Member[]) => {
  const { instance } = c.env
  const ofUser = Object.entries(userOrders(instance)).map(([name, read]) => [
    name,
    ({ user }: Member) => read(user),
  ])
  const sorted = inOrder(c, members, {
    ...Object.fromEntries(ofUser),
    created_at: ({ membership }: Member) => membership.createdAt,
  })
  const toJson = ({ membership, user }: Member) => toMembershipJson(instance, user, membership)
  return answerList(c, sorted, toJson, { wrapped: 'always' })
}

const withUsers = (c: Context<Env>, memberships: readonly MembershipRecord[]): Member[] =>
  memberships.flatMap(membership => {
    const user = c.env.instance.database.users.get(membership.userId)
    return user ? [{ membership, user }] : []
  })

const list = (c: Context<Env>) => {
  const { instance } = c.env
  const { id } = organizationIn(c)
  const {
    created_at_after: after = -Infinity,
    created_at_before: before = Infinity,
    ...filter
  } = userFilterOf(c)
  const { role: roles } = queryOf(c, { role: many.optional() })
  const fitting = new Set(findUsers(instance, filter))
  const members = withUsers(c, membersOf(instance, id)).filter(
    ({ user, membership }) =>
      fitting.has(user) &&
      (roles === undefined || roles.includes(membership.role)) &&
      membership.createdAt > after &&
      membership.createdAt < before,
  )
  return answerMembers(c, members)
}

const create = (c: Context<Env>) => {
  const { instance } = c.env
  const organization = organizationIn(c)
  const body = bodyOf(c, CreateSchema)
  const user = findRecord(instance, 'users', 'User', body.user_id)
  if (membershipIn(instance, user.id, organization.id)) throw alreadyMember(user.id)
  assertRoomFor({ instance, organization }, 1)
  beginMembership(instance, {
    organizationId: organization.id,
    userId: user.id,
    role: body.role,
    permissions: permissionsOf(instance, body.role),
    publicMetadata: body.public_metadata ?? {},
    privateMetadata: body.private_metadata ?? {},
  })
  return answer(c, memberOf(c, user.id))
}

const memberOf = (c: Context<Env>, userId = c.req.param('user_id') ?? ''): Member =>
  findMember({ instance: c.env.instance, organization: organizationIn(c) }, userId)

const answer = (c: Context<Env>, { membership, user }: Member) =>
  c.json(toMembershipJson(c.env.instance, user, membership))

const update = (c: Context<Env>) => {
  const member = memberOf(c)
  const { role: given } = bodyOf(c, z.strictObject({ role }))
  Object.assign(member.membership, {
    role: given,
    permissions: permissionsOf(c.env.instance, given),
  })
  return answer(c, member)
}

const updateMetadata = (c: Context<Env>) => {
  const member = memberOf(c)
  const { membership } = member
  const given = bodyOf(c, MetadataSchema)
  membership.publicMetadata = mergeMetadata(membership.publicMetadata, given.public_metadata)
  membership.privateMetadata = mergeMetadata(membership.privateMetadata, given.private_metadata)
  return answer(c, member)
}

const remove = (c: Context<Env>) => {
  const { instance } = c.env
  const { membership, user } = memberOf(c)
  const json = toMembershipJson(instance, user, membership)
  endMembership(instance, membership)
  return c.json(json)
}

/** `/v1/organizations/{organization_id}/memberships` */
export const createMembershipRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/:organization_id/memberships', list)
    .post('/:organization_id/memberships', create)
    .patch('/:organization_id/memberships/:user_id', update)
    .delete('/:organization_id/memberships/:user_id', remove)
    .patch('/:organization_id/memberships/:user_id/metadata', updateMetadata)

/** `/v1/organization_memberships`: those of the whole instance. */
export const createAllMembershipRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/', c =>
    answerMembers(
      c,
      withUsers(
        c,
        c.env.instance.database.memberships.where(() => true),
      ),
    ),
  )

/** `/v1/users/{user_id}/organization_memberships` */
export const createUserMembershipRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/:user_id/organization_memberships', c =>
    answerMembers(c, withUsers(c, membershipsOf(c.env.instance, userOf(c).id))),
  )
