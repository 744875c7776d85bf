import type { Metadata } from './user.ts'

/** An account at a provider. It may belong to a user of the instance or to nobody yet. */
export interface ProviderAccountRecord {
  id: string
  /** `oauth_google`; `enterprise_sso` for a company's provider. */
  strategy: string
  providerUserId: string
  emailAddress: string | null
  firstName: string | null
  lastName: string | null
  /** What its owner let the application do there, as names with blanks between them. */
  approvedScopes: string
  userId: string | null
  createdAt: number
  updatedAt: number
}

export interface TicketRecord {
  id: string
  kind: 'sign_in_token' | 'invitation'
  /** Whom a sign-in token signs in. */
  userId: string | null
  /** Whom an invitation invites; that address counts as verified. */
  emailAddress: string | null
  publicMetadata: Metadata
  redirectUrl: string | null
  status: 'pending' | 'used' | 'revoked'
  expireAt: number
  createdAt: number
}
