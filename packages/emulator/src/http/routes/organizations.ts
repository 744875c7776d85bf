import { type Context, Hono } from 'hono'
import { mayCreateOrganizations } from '../../domain/account/permissions.ts'
import { creatorRole, permissionsOf } from '../../domain/organization-roles.ts'
import {
  beginMembership,
  createOrganization,
  findOrganization,
} from '../../domain/organizations.ts'
import type { Params } from '../../domain/params.ts'
import {
  organizationCreationNotEnabled,
  paramFormatInvalid,
  paramTooLong,
  slugTaken,
} from '../../lib/api-errors.ts'
import { slugPattern, toSlug } from '../../lib/slug.ts'
import type { Instance } from '../../model/instance.ts'
import { toOrganizationJson } from '../../serialize/organization.ts'
import { answerWrapped } from '../envelope.ts'
import { type Env, paramsOf } from '../request-context.ts'
import { signedInContextOf } from '../signed-in-context.ts'

const maxName = 256

const readName = (params: Params): string => {
  const name = params.required('name')
  if (name.length > maxName) throw paramTooLong('name', maxName)
  return name
}

// Nobody chose the one that is made of the name: it gives way to one that is there.
const freeSlug = (instance: Instance, name: string): string => {
  const slug = toSlug(name) || 'organization'
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`
    if (!findOrganization(instance, candidate)) return candidate
  }
}

const readSlug = (instance: Instance, params: Params, name: string): string => {
  const slug = params.text('slug')
  if (slug === null) return freeSlug(instance, name)
  if (!slugPattern.test(slug))
    throw paramFormatInvalid('slug', 'lower-case letters, digits and hyphens')
  if (findOrganization(instance, slug)) throw slugTaken()
  return slug
}

const create = (c: Context<Env>) => {
  const { instance, user } = signedInContextOf(c)
  const params = paramsOf(c, 'name', 'slug')
  if (!mayCreateOrganizations(instance, user)) throw organizationCreationNotEnabled()
  const name = readName(params)
  const slug = readSlug(instance, params, name)
  const organization = createOrganization(instance, { name, slug, publicMetadata: {} })
  beginMembership(instance, {
    organizationId: organization.id,
    userId: user.id,
    role: creatorRole,
    permissions: permissionsOf(creatorRole),
    publicMetadata: {},
  })
  return answerWrapped(c, () => toOrganizationJson(instance, organization))
}

/** `/v1/organizations`: whoever creates one is its administrator. */
export const createOrganizationRoutes = (): Hono<Env> => new Hono<Env>().post('/', create)
