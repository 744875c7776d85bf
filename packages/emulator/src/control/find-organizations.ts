import { membershipsOf } from '../domain/organizations.ts'
import { type ListOptions, matches } from '../lib/list-page.ts'
import type { Instance } from '../model/instance.ts'
import type { OrganizationRecord } from '../model/records/organization.ts'

/** Which organizations are meant; all of it must fit. */
export interface OrganizationFilter {
  /** What the id, the name or the slug has in it, in any case. */
  readonly query?: string | undefined
  /** Only those of which this user is a member. */
  readonly userId?: string | undefined
}

/** Which organizations are wanted, and how many. */
export interface OrganizationListOptions extends ListOptions, OrganizationFilter {}

/** In order of creation. */
export const findOrganizations = (
  instance: Instance,
  { query, userId }: OrganizationFilter = {},
): readonly Readonly<OrganizationRecord>[] => {
  const own =
    userId === undefined
      ? null
      : new Set(membershipsOf(instance, userId).map(({ organizationId }) => organizationId))
  return instance.database.organizations
    .all()
    .filter(
      ({ id, name, slug }) => (own === null || own.has(id)) && matches([id, name, slug], query),
    )
}
