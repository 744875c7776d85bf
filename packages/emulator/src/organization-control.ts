import { z } from 'zod'
import { freeRecord } from './free-json.ts'
import type { Instance } from './instance.ts'
import type { MembershipRecord, OrganizationRecord } from './records/organization.ts'
import { markChanged } from './state/changes.ts'
import {
  beginMembership,
  endMembership,
  findOrganization,
  membershipIn,
  membersOf,
} from './state/organizations.ts'

const key = /^org:[a-z0-9_]+(:[a-z0-9_]+)?$/

const MemberInput = z.strictObject({
  /** The user who belongs to it. */
  userId: z.string().min(1),
  /** `org:member` when not set. */
  role: z.string().regex(key, 'a key such as org:admin').optional(),
  /** What the role allows: `org:invoices:read`. */
  permissions: z.array(z.string().regex(key, 'a key such as org:invoices:read')).optional(),
  /** What a backend keeps with the membership. */
  publicMetadata: freeRecord.optional(),
})

const OrganizationInput = z.strictObject({
  /** Made by the instance when not set. */
  id: z.string().min(1).optional(),
  /** As its members see it. */
  name: z.string().min(1),
  /** Made from the name when not set. */
  slug: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens')
    .optional(),
  /** What a backend keeps with it. */
  publicMetadata: freeRecord.optional(),
  /** Users of the instance. */
  members: z.array(MemberInput).optional(),
})

/** What a new organization is made of. */
export type OrganizationInput = z.input<typeof OrganizationInput>
/** Who belongs to an organization, and what it may do there. */
export type MemberInput = z.input<typeof MemberInput>

/** An organization as the instance knows it; times are epoch milliseconds. */
export type EmulatedOrganization = Readonly<OrganizationRecord> & {
  readonly members: readonly Readonly<MembershipRecord>[]
}

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
  /** All of them, in order of creation. */
  list(): readonly EmulatedOrganization[]
  /** Makes a user a member. @throws TypeError when it is one. */
  addMember(id: string, member: MemberInput): EmulatedOrganization
  /** Ends a membership; sessions in the organization are in the personal account again. */
  removeMember(id: string, userId: string): EmulatedOrganization
  /** Deletes an organization with its memberships. */
  delete(id: string): void
}

const parse = <Input>(schema: z.ZodType<Input>, input: Input): Input => {
  const result = schema.safeParse(input)
  if (result.success) return structuredClone(result.data)
  const faults = result.error.issues.map(
    issue => `${issue.path.join('.') || 'organization'}: ${issue.message}`,
  )
  throw new TypeError(`Wrong organization: ${faults.join('; ')}.`)
}

const toSlug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

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
  const { userId, role = 'org:member', permissions = [], publicMetadata = {} } = member
  beginMembership(instance, {
    organizationId: organization.id,
    userId,
    role,
    permissions,
    publicMetadata,
  })
}

const createOrganization = (instance: Instance, input: OrganizationInput): EmulatedOrganization => {
  const {
    id,
    name,
    slug = toSlug(name),
    publicMetadata = {},
    members = [],
  } = parse(OrganizationInput, input)
  for (const taken of [id, slug]) {
    if (taken !== undefined && findOrganization(instance, taken))
      throw new TypeError(`There is an organization ${taken} already.`)
  }
  for (const member of members) checkMember(instance, null, member)
  if (new Set(members.map(({ userId }) => userId)).size < members.length)
    throw new TypeError('A user is a member of an organization once.')
  const now = instance.clock.now()
  const times = { createdAt: now, updatedAt: now }
  const organization = { id: id ?? instance.ids.next('org'), name, slug, publicMetadata, ...times }
  instance.database.organizations.set(organization)
  for (const member of members) join(instance, organization, member)
  return toOrganization(instance, organization)
}

export const createOrganizationControl = (instance: Instance): OrganizationControl => ({
  create: input => {
    instance.stamped.clear()
    return createOrganization(instance, input)
  },
  get: idOrSlug => {
    const organization = findOrganization(instance, idOrSlug)
    return organization && toOrganization(instance, organization)
  },
  list: () => instance.database.organizations.all().map(each => toOrganization(instance, each)),
  addMember: (id, input) => {
    instance.stamped.clear()
    const organization = find(instance, id)
    const member = parse(MemberInput, input)
    checkMember(instance, id, member)
    join(instance, organization, member)
    markChanged(instance, organization)
    return toOrganization(instance, organization)
  },
  removeMember: (id, userId) => {
    instance.stamped.clear()
    const organization = find(instance, id)
    const membership = membershipIn(instance, userId, id)
    if (!membership) throw new TypeError(`The user ${userId} is no member of ${id}.`)
    endMembership(instance, membership)
    markChanged(instance, organization)
    return toOrganization(instance, organization)
  },
  delete: id => {
    instance.stamped.clear()
    find(instance, id)
    for (const membership of membersOf(instance, id)) endMembership(instance, membership)
    instance.database.organizations.delete(id)
  },
})
