import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findRecord } from '../../domain/backend/find.ts'
import { mergeMetadata, replaceMetadata } from '../../domain/backend/merge-metadata.ts'
import { createOrganizationFor } from '../../domain/backend/organizations.ts'
import {
  deleteOrganization,
  findOrganization,
  membershipIn,
  membersOf,
} from '../../domain/organizations.ts'
import { resourceNotFound, slugTaken } from '../../lib/api-errors.ts'
import { slugPattern } from '../../lib/slug.ts'
import type { OrganizationRecord } from '../../model/records/organization.ts'
import { toOrganizationJson } from '../../serialize/backend/organization.ts'
import { toDeletedJson } from '../../serialize/deleted.ts'
import { answerJson } from '../answer-json.ts'
import type { Env } from '../request-context.ts'
import { answerList, inOrder } from './answer-list.ts'
import {
  bodyOf,
  flag,
  many,
  one,
  optionalFlag,
  optionalMoment,
  optionalRecord,
  optionalText,
  queryOf,
  text,
} from './read-input.ts'
import { assertSupported } from './supported.ts'

const slug = z.string().regex(slugPattern, 'lower-case letters, digits and hyphens')
const amount = z.number().int().nonnegative().nullish()

const CreateSchema = z.strictObject({
  name: text.max(256, 'a shorter text'),
  created_by: optionalText,
  slug: slug.nullish(),
  public_metadata: optionalRecord,
  private_metadata: optionalRecord,
  max_allowed_memberships: amount,
  created_at: optionalMoment,
  role_set_key: optionalText,
})

const UpdateSchema = z.strictObject({
  name: text.max(256, 'a shorter text').nullish(),
  slug: slug.nullish(),
  max_allowed_memberships: amount,
  admin_delete_enabled: optionalFlag,
  created_at: optionalMoment,
  role_set_key: optionalText,
  // Versions of the API before 2026-05-12 take it here, as the SDK still sends it.
  public_metadata: optionalRecord,
  private_metadata: optionalRecord,
})

const MetadataSchema = z.strictObject({
  public_metadata: optionalRecord,
  private_metadata: optionalRecord,
})

/** The organization that the path names by id or slug. @throws ApiError 404. */
export const organizationIn = (c: Context<Env>): OrganizationRecord => {
  const name = c.req.param('organization_id') ?? ''
  const organization = findOrganization(c.env.instance, name)
  if (!organization) throw resourceNotFound('Organization', name)
  return organization
}

const isCounted = (c: Context<Env>): boolean =>
  queryOf(c, { include_members_count: flag.optional() }).include_members_count === true

const answer = (c: Context<Env>, organization: OrganizationRecord) =>
  answerJson(c, () => toOrganizationJson(c.env.instance, organization, { isCounted: isCounted(c) }))

const list = (c: Context<Env>) => {
  const { instance } = c.env
  const query = queryOf(c, {
    query: one.optional(),
    user_id: many.optional(),
    organization_id: many.optional(),
  })
  const sought = query.query?.toLowerCase()
  const found = instance.database.organizations.where(
    ({ id, name, slug: ownSlug }) =>
      (sought === undefined ||
        [id, name, ownSlug].some(each => each.toLowerCase().includes(sought))) &&
      (query.organization_id === undefined || query.organization_id.includes(id)) &&
      (query.user_id === undefined ||
        query.user_id.some(userId => membershipIn(instance, userId, id) !== null)),
  )
  const sorted = inOrder(c, found, {
    created_at: ({ createdAt }) => createdAt,
    name: ({ name }) => name,
    members_count: ({ id }) => membersOf(instance, id).length,
  })
  const form = { isCounted: isCounted(c) }
  const toJson = (each: OrganizationRecord) => toOrganizationJson(instance, each, form)
  return answerList(c, sorted, toJson, { wrapped: 'always' })
}

const create = (c: Context<Env>) => {
  const { instance } = c.env
  const body = bodyOf(c, CreateSchema)
  assertSupported('POST /v1/organizations', body, ['role_set_key'])
  const creator = body.created_by
    ? findRecord(instance, 'users', 'User', body.created_by)
    : undefined
  const organization = createOrganizationFor(instance, creator, {
    name: body.name,
    slug: body.slug ?? undefined,
    publicMetadata: body.public_metadata ?? {},
    privateMetadata: body.private_metadata ?? {},
    maxMemberships: body.max_allowed_memberships ?? null,
  })
  organization.createdAt = body.created_at ?? organization.createdAt
  return answer(c, organization)
}

const update = (c: Context<Env>) => {
  const organization = organizationIn(c)
  const body = bodyOf(c, UpdateSchema)
  assertSupported('PATCH /v1/organizations/:organization_id', body, ['role_set_key'])
  const holder = body.slug ? findOrganization(c.env.instance, body.slug) : undefined
  if (holder && holder !== organization) throw slugTaken()
  organization.name = body.name ?? organization.name
  organization.slug = body.slug ?? organization.slug
  organization.maxMemberships = body.max_allowed_memberships ?? organization.maxMemberships
  organization.adminDeleteEnabled = body.admin_delete_enabled ?? organization.adminDeleteEnabled
  organization.createdAt = body.created_at ?? organization.createdAt
  organization.publicMetadata = body.public_metadata ?? organization.publicMetadata
  organization.privateMetadata = body.private_metadata ?? organization.privateMetadata
  return answer(c, organization)
}

const settingMetadata = (set: typeof mergeMetadata) => (c: Context<Env>) => {
  const organization = organizationIn(c)
  const given = bodyOf(c, MetadataSchema)
  organization.publicMetadata = set(organization.publicMetadata, given.public_metadata)
  organization.privateMetadata = set(organization.privateMetadata, given.private_metadata)
  return answer(c, organization)
}

const remove = (c: Context<Env>) => {
  const { id } = organizationIn(c)
  deleteOrganization(c.env.instance, id)
  return answerJson(c, () => toDeletedJson('organization', id))
}

/** `/v1/organizations` */
export const createOrganizationRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', list)
    .post('/', create)
    .get('/:organization_id', c => answer(c, organizationIn(c)))
    .patch('/:organization_id', update)
    .delete('/:organization_id', remove)
    .patch('/:organization_id/metadata', settingMetadata(mergeMetadata))
    .put('/:organization_id/metadata', settingMetadata(replaceMetadata))
