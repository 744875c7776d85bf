import type { Metadata } from './user.ts'

export interface OrganizationRecord {
  /** `org_…` */
  id: string
  /** As its members see it. */
  name: string
  /** Unique in the instance. */
  slug: string
  /** What a backend keeps with it. */
  publicMetadata: Metadata
  /** Epoch milliseconds. */
  createdAt: number
  /** Epoch milliseconds. */
  updatedAt: number
}

/** That a user belongs to an organization, and what it may do there. */
export interface MembershipRecord {
  id: string
  organizationId: string
  userId: string
  /** `org:admin` */
  role: string
  /** `org:invoices:read`; those of the service itself begin with `org:sys_`. */
  permissions: string[]
  publicMetadata: Metadata
  createdAt: number
  updatedAt: number
}

/** That somebody is asked to join an organization. */
export interface OrganizationInvitationRecord {
  /** `orginv_…` */
  id: string
  /** `org_…` */
  organizationId: string
  /** In lower case. */
  emailAddress: string
  /** What the membership will have. */
  role: string
  /** What the membership will have. */
  publicMetadata: Metadata
  /** A pending one may be out of date: see `expireAt`. */
  status: 'pending' | 'accepted' | 'revoked'
  /** Epoch milliseconds; it cannot be accepted any more from then on. */
  expireAt: number
  /** Epoch milliseconds. */
  createdAt: number
  /** Epoch milliseconds. */
  updatedAt: number
}

/** That a user could ask to join an organization, as by the domain of its email address. */
export interface OrganizationSuggestionRecord {
  /** `orgsug_…` */
  id: string
  /** `org_…` */
  organizationId: string
  /** `user_…` */
  userId: string
  /** `accepted`: the user has asked to join. */
  status: 'pending' | 'accepted' | 'completed'
  /** Epoch milliseconds. */
  createdAt: number
  /** Epoch milliseconds. */
  updatedAt: number
}
