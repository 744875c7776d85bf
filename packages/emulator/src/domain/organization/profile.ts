import {
  organizationCreationNotEnabled,
  paramFormatInvalid,
  paramTooLong,
  resourceNotFound,
  slugTaken,
} from '../../lib/api-errors.ts'
import type { Upload } from '../../lib/images.ts'
import { adminDeleteNotEnabled } from '../../lib/organization-errors.ts'
import { slugPattern } from '../../lib/slug.ts'
import type { Instance } from '../../model/instance.ts'
import type { OrganizationRecord } from '../../model/records/organization.ts'
import { mayCreateOrganizations } from '../account/permissions.ts'
import type { SignedInContext } from '../context.ts'
import { forgetImage, replaceImage } from '../images.ts'
import {
  beginAdministration,
  createOrganization,
  deleteOrganization,
  findOrganization,
  freeSlug,
} from '../organizations.ts'
import type { Params } from '../params.ts'
import type { MemberContext } from './access.ts'

const maxName = 256

const readName = (params: Params): string => {
  const name = params.required('name')
  if (name.length > maxName) throw paramTooLong('name', maxName)
  return name
}

const readSlug = (instance: Instance, params: Params, own?: OrganizationRecord): string | null => {
  const slug = params.text('slug')
  if (slug === null) return null
  if (!slugPattern.test(slug))
    throw paramFormatInvalid('slug', 'lower-case letters, digits and hyphens')
  const holder = findOrganization(instance, slug)
  if (holder && holder !== own) throw slugTaken()
  return slug
}

/** Creates an organization, whose administrator the caller is. */
export const createOwnOrganization = (
  { instance, user }: SignedInContext,
  params: Params,
): OrganizationRecord => {
  if (!mayCreateOrganizations(instance, user)) throw organizationCreationNotEnabled()
  const name = readName(params)
  const slug = readSlug(instance, params) ?? freeSlug(instance, name)
  const organization = createOrganization(instance, { name, slug, publicMetadata: {} })
  beginAdministration(instance, organization, user)
  return organization
}

/** Gives an organization another name or slug. */
export const updateOrganization = (context: MemberContext, params: Params): OrganizationRecord => {
  const { instance, organization } = context
  const name = params.has('name') ? readName(params) : organization.name
  const slug = readSlug(instance, params, organization) ?? organization.slug
  return Object.assign(organization, { name, slug })
}

/** Deletes an organization. @throws ApiError 403 for one that only a backend may delete. */
export const deleteOwnOrganization = ({ instance, organization }: MemberContext): void => {
  if (!organization.adminDeleteEnabled) throw adminDeleteNotEnabled()
  deleteOrganization(instance, organization.id)
}

/** Gives an organization a logo. @throws ApiError 422 for a file that is no picture. */
export const setLogo = (context: MemberContext, upload: Upload): OrganizationRecord => {
  replaceImage(context.instance, context.organization, upload, context.base)
  return context.organization
}

/** Takes the logo of an organization away. @throws ApiError 404 when there is none. */
export const deleteLogo = (context: MemberContext): string => {
  const { image } = context.organization
  if (!image) throw resourceNotFound('Image')
  forgetImage(context.instance, context.organization)
  return image.id
}
