import type { Metadata } from './user.ts'

export interface OrganizationRecord {
  id: string
  name: string
  slug: string
  publicMetadata: Metadata
  createdAt: number
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
  id: string
  organizationId: string
  emailAddress: string
  /** What the membership will have. */
  role: string
  publicMetadata: Metadata
  status: 'pending' | 'accepted' | 'revoked'
  /** It cannot be accepted any more from then on. */
  expireAt: number
  createdAt: number
  updatedAt: number
}

/** That a user could ask to join an organization, as by the domain of its email address. */
export interface OrganizationSuggestionRecord {
  id: string
  organizationId: string
  userId: string
  /** `accepted`: the user has asked to join. */
  status: 'pending' | 'accepted' | 'completed'
  createdAt: number
  updatedAt: number
}
