import type { OrganizationMembershipRecord } from '../records.ts'
import { live, once } from './live.ts'

/** An organization, as the memberships of a user describe it. Its administration stays out. */
export interface OrganizationResource {
  id: string
  name: string
  slug: string | null
  imageUrl: string
  hasImage: boolean
  membersCount: number
  pendingInvitationsCount: number
  adminDeleteEnabled: boolean
  maxAllowedMemberships: number
  publicMetadata: Record<string, unknown>
  createdAt: Date
  updatedAt: Date
}

export interface OrganizationMembershipResource {
  id: string
  role: string
  roleName: string
  permissions: string[]
  publicMetadata: Record<string, unknown>
  organization: OrganizationResource
  createdAt: Date
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
