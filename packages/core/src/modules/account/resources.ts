import type {
  FactorRecord,
  Open,
  OrganizationMembershipRecord,
  SessionRecord,
} from '../../records.ts'
import type { Dated } from '../../view/date.ts'
import type { Verification } from '../../view/verification-view.ts'
import type { VerificationLevel } from './params.ts'

/** What is gone now. */
export interface DeletedObject {
  readonly id?: string
  readonly object: string
  readonly deleted: boolean
}

/** A picture as it is kept; blank when it was removed. */
export interface ProfileImage {
  readonly id?: string
  readonly name?: string
  readonly publicUrl?: string
}

/** An authenticator app. Its secret and codes are told here once, and are never in the state. */
export interface Totp {
  readonly id: string
  /** For typing in; `null` once it is verified. */
  readonly secret: string | null
  /** For a QR code. */
  readonly uri: string | null
  readonly verified: boolean
  /** Told when this is the first second factor. */
  readonly backupCodes: readonly string[] | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Codes that are told here once, and are never in the state. */
export interface BackupCodes {
  readonly id: string
  readonly codes: readonly string[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** A session of the user, on whatever device. */
export interface SessionWithActivities {
  readonly id: string
  readonly status: SessionRecord['status']
  readonly expireAt: Date
  readonly abandonAt: Date
  readonly lastActiveAt: Date
  readonly actor: SessionRecord['actor']
  readonly tasks: SessionRecord['tasks']
  readonly latestActivity: {
    readonly id: string
    readonly isMobile: boolean
    readonly deviceType?: string
    readonly browserName?: string
    readonly browserVersion?: string
    readonly ipAddress?: string
    readonly city?: string
    readonly country?: string
  }
}

/** A session as an answer describes it, of this client or of another one. */
export type SessionData = Omit<Dated<SessionRecord>, 'userId'>

export interface Organization {
  readonly id: string
  readonly name: string
  readonly slug: string | null
  readonly imageUrl?: string
  readonly hasImage?: boolean
  readonly membersCount?: number
  readonly pendingInvitationsCount?: number
  readonly maxAllowedMemberships?: number
  readonly adminDeleteEnabled?: boolean
  readonly publicMetadata?: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface OrganizationMembership extends Omit<OrganizationMembershipRecord, 'organization'> {
  readonly organization: Organization
  readonly publicMetadata?: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** As much of an organization as somebody may see who is no member yet. */
export interface PublicOrganizationData {
  readonly id: string
  readonly name: string
  readonly slug: string | null
  readonly imageUrl?: string
  readonly hasImage?: boolean
}

export interface OrganizationInvitation {
  readonly id: string
  readonly emailAddress: string
  readonly role: string
  readonly status: Open<'pending' | 'accepted' | 'revoked'>
  readonly publicOrganizationData: PublicOrganizationData
  readonly publicMetadata?: Readonly<Record<string, unknown>>
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface OrganizationSuggestion {
  readonly id: string
  readonly status: Open<'pending' | 'accepted' | 'completed'>
  readonly publicOrganizationData: PublicOrganizationData
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface Page<Item> {
  readonly data: readonly Item[]
  /** Of all pages. */
  readonly totalCount: number
}

/** How far the user of a session is with proving once more who it is. */
export interface SessionVerification {
  /** The server's, or the session's where it gives none. */
  readonly id: string
  readonly status: Open<'needs_first_factor' | 'needs_second_factor' | 'complete'>
  readonly level: VerificationLevel
  readonly supportedFirstFactors: readonly FactorRecord[] | null
  readonly supportedSecondFactors: readonly FactorRecord[] | null
  readonly firstFactorVerification: Verification
  readonly secondFactorVerification: Verification
  readonly session: SessionData | null
}
