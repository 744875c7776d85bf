import type { OrganizationMembershipRecord } from '../records.ts'
import { once } from '../view/once.ts'
import { live } from './live.ts'

/** An organization, as the memberships of a user describe it. Its administration stays out. */
export interface OrganizationResource {
  /** What `setActive({ organization })` takes; the slug is taken too. */
  id: string
  /** As its members see it. */
  name: string
  /** Unique in the instance, for addresses; `null` where the instance has no slugs. */
  slug: string | null
  /** A picture of the service when the organization has none of its own. */
  imageUrl: string
  /** Whether `imageUrl` is a picture of its own. */
  hasImage: boolean
  /** How many users belong to it, as of the last answer. */
  membersCount: number
  /** How many invitations are neither accepted nor revoked, as of the last answer. */
  pendingInvitationsCount: number
  /** Its administrators may delete it. */
  adminDeleteEnabled: boolean
  /** 0 for no limit. */
  maxAllowedMemberships: number
  /** What a backend keeps with it; read-only here. */
  publicMetadata: Record<string, unknown>
  /** 1970 where the server does not tell it. */
  createdAt: Date
  /** 1970 where the server does not tell it. */
  updatedAt: Date
}

/** That the user belongs to an organization. */
export interface OrganizationMembershipResource {
  /** Of the membership, not of the organization. */
  id: string
  /** `org:admin`, `org:member` or one of the instance's own. */
  role: string
  /** The role as people read it. */
  roleName: string
  /** What the role allows: `org:invoices:read`. */
  permissions: string[]
  /** What a backend keeps with the membership; read-only here. */
  publicMetadata: Record<string, unknown>
  /** As of the last answer. */
  organization: OrganizationResource
  /** 1970 where the server does not tell it. */
  createdAt: Date
  /** 1970 where the server does not tell it. */
  updatedAt: Date
}

/** What is read of a record that a newer or older server may send more or less of. */
type Sent = Readonly<Record<string, unknown>>

const withDates = (sent: Sent): Sent => ({
  ...sent,
  createdAt: new Date(Number(sent.createdAt ?? 0)),
  updatedAt: new Date(Number(sent.updatedAt ?? 0)),
})

/** The organization of a membership, the same object as long as nothing changes in it. */
export const toOrganization = once(
  (organization: OrganizationMembershipRecord['organization']): OrganizationResource => {
    const shown = withDates({
      imageUrl: '',
      hasImage: false,
      membersCount: 0,
      pendingInvitationsCount: 0,
      adminDeleteEnabled: false,
      maxAllowedMemberships: 0,
      publicMetadata: {},
      ...organization,
    })
    return live(() => shown, {})
  },
)

/** A membership, the same object as long as nothing changes in it. */
export const toMembership = once(
  (membership: OrganizationMembershipRecord): OrganizationMembershipResource => {
    const shown = withDates({ roleName: '', publicMetadata: {}, ...membership })
    return live(() => shown, { organization: toOrganization(membership.organization) })
  },
)
