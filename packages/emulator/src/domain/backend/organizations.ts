import { organizationCreationNotEnabled, slugTaken } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { OrganizationRecord } from '../../model/records/organization.ts'
import type { UserRecord } from '../../model/records/user.ts'
import {
  beginAdministration,
  createOrganization,
  findOrganization,
  freeSlug,
} from '../organizations.ts'

type NewOrganization = Pick<
  OrganizationRecord,
  'name' | 'publicMetadata' | 'privateMetadata' | 'maxMemberships'
> & { readonly slug: string | undefined }

const assertMayCreateMore = ({ database }: Instance, user: UserRecord): void => {
  const limit = user.createOrganizationsLimit
  const own = database.organizations.where(({ createdBy }) => createdBy === user.id)
  if (limit !== null && own.length >= limit) throw organizationCreationNotEnabled()
}

/**
 * An organization in the name of a user, who is its administrator, or of nobody.
 *
 * @throws ApiError 422 for a slug that is taken, 403 for a user who has as many as it may.
 */
export const createOrganizationFor = (
  instance: Instance,
  creator: UserRecord | undefined,
  { slug: given, ...rest }: NewOrganization,
): OrganizationRecord => {
  if (given !== undefined && findOrganization(instance, given)) throw slugTaken()
  if (creator) assertMayCreateMore(instance, creator)
  const slug = given ?? freeSlug(instance, rest.name)
  const organization = createOrganization(instance, { ...rest, slug })
  Object.assign(organization, rest, { createdBy: creator?.id ?? null })
  if (creator) beginAdministration(instance, organization, creator)
  return organization
}
