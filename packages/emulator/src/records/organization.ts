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
