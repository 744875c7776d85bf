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
  /** Of what was deleted, where the server tells it. */
  readonly id?: string
  /** What kind it was: `email_address`. */
  readonly object: string
  /** Always true of what the server confirms. */
  readonly deleted: boolean
}

/** A picture as it is kept; blank when it was removed. */
export interface ProfileImage {
  /** Of the picture; absent when it was removed. */
  readonly id?: string
  /** Of the file. */
  readonly name?: string
  /** Where it is shown from. */
  readonly publicUrl?: string
}

/** An authenticator app. Its secret and codes are told here once, and are never in the state. */
export interface Totp {
  /** Of the authenticator app. */
  readonly id: string
  /** For typing in; `null` once it is verified. */
  readonly secret: string | null
  /** For a QR code. */
  readonly uri: string | null
  /** Whether a code of it was accepted. */
  readonly verified: boolean
  /** Told when this is the first second factor. */
  readonly backupCodes: readonly string[] | null
  /** Of the authenticator app. */
  readonly createdAt: Date
  /** Of the authenticator app. */
  readonly updatedAt: Date
}

/** Codes that are told here once, and are never in the state. */
export interface BackupCodes {
  /** Of these codes together. */
  readonly id: string
  /** Each works once; told only now. */
  readonly codes: readonly string[]
  /** Of these codes together. */
  readonly createdAt: Date
  /** Of these codes together. */
  readonly updatedAt: Date
}

/** A session of the user, on whatever device. */
export interface SessionWithActivities {
  /** What `revokeSession` takes. */
  readonly id: string
  /** `pending` is signed in with tasks left. */
  readonly status: SessionRecord['status']
  /** When it ends, whatever the user does. */
  readonly expireAt: Date
  /** When it ends without activity. */
  readonly abandonAt: Date
  /** When the server last heard of it. */
  readonly lastActiveAt: Date
  /** Who acts for the user; `null` when nobody does. */
  readonly actor: SessionRecord['actor']
  /** What the user has to do before it is active; `null` for nothing. */
  readonly tasks: SessionRecord['tasks']
  /** The device, its browser and where it was, as far as the server can tell. */
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

/** An organization, as its members see it. */
export interface Organization {
  /** What `setActive({ organization })` takes; the slug is taken too. */
  readonly id: string
  /** As its members see it. */
  readonly name: string
  /** Unique in the instance; `null` where the instance has no slugs. */
  readonly slug: string | null
  /** A picture of the service when the organization has none of its own. */
  readonly imageUrl?: string
  /** Whether `imageUrl` is a picture of its own. */
  readonly hasImage?: boolean
  /** How many users belong to it. */
  readonly membersCount?: number
  /** How many invitations are neither accepted nor revoked. */
  readonly pendingInvitationsCount?: number
  /** 0 for no limit. */
  readonly maxAllowedMemberships?: number
  /** Its administrators may delete it. */
  readonly adminDeleteEnabled?: boolean
  /** What a backend keeps with it. */
  readonly publicMetadata?: Readonly<Record<string, unknown>>
  /** At the server. */
  readonly createdAt: Date
  /** At the server. */
  readonly updatedAt: Date
}

/** That the user belongs to an organization. */
export interface OrganizationMembership extends Omit<OrganizationMembershipRecord, 'organization'> {
  /** As of this answer. */
  readonly organization: Organization
  /** What a backend keeps with the membership. */
  readonly publicMetadata?: Readonly<Record<string, unknown>>
  /** Of the membership. */
  readonly createdAt: Date
  /** Of the membership. */
  readonly updatedAt: Date
}

/** As much of an organization as somebody may see who is no member yet. */
export interface PublicOrganizationData {
  /** What `setActive({ organization })` takes once the user belongs to it. */
  readonly id: string
  /** As its members see it. */
  readonly name: string
  /** Unique in the instance; `null` where the instance has no slugs. */
  readonly slug: string | null
  /** A picture of the service when the organization has none of its own. */
  readonly imageUrl?: string
  /** Whether `imageUrl` is a picture of its own. */
  readonly hasImage?: boolean
}

/** An invitation of the user to an organization. */
export interface OrganizationInvitation {
  /** What `acceptInvitation` takes. */
  readonly id: string
  /** The address that was invited. */
  readonly emailAddress: string
  /** The role that accepting gives. */
  readonly role: string
  /** Only `pending` can be accepted. */
  readonly status: Open<'pending' | 'accepted' | 'revoked'>
  /** What may be shown of it to somebody who does not belong to it. */
  readonly publicOrganizationData: PublicOrganizationData
  /** What a backend keeps with the invitation. */
  readonly publicMetadata?: Readonly<Record<string, unknown>>
  /** Of the invitation. */
  readonly createdAt: Date
  /** Of the invitation. */
  readonly updatedAt: Date
}

/** An organization whose domain the user's address is of. */
export interface OrganizationSuggestion {
  /** What `acceptSuggestion` takes. */
  readonly id: string
  /** `accepted`: asked for, and not decided by the organization yet. */
  readonly status: Open<'pending' | 'accepted' | 'completed'>
  /** What may be shown of it to somebody who does not belong to it. */
  readonly publicOrganizationData: PublicOrganizationData
  /** Of the suggestion. */
  readonly createdAt: Date
  /** Of the suggestion. */
  readonly updatedAt: Date
}

/** A part of a list. */
export interface Page<Item> {
  /** In the server's order. */
  readonly data: readonly Item[]
  /** Of all pages. */
  readonly totalCount: number
}

/** How far the user of a session is with proving once more who it is. */
export interface SessionVerification {
  /** The server's, or the session's where it gives none. */
  readonly id: string
  /** What is next. */
  readonly status: Open<'needs_first_factor' | 'needs_second_factor' | 'complete'>
  /** Which factors are asked for. */
  readonly level: VerificationLevel
  /** `null` where the first factor is not asked for. */
  readonly supportedFirstFactors: readonly FactorRecord[] | null
  /** `null` where the second factor is not asked for. */
  readonly supportedSecondFactors: readonly FactorRecord[] | null
  /** Its fields are `null` while nothing was prepared. */
  readonly firstFactorVerification: Verification
  /** Its fields are `null` while nothing was prepared. */
  readonly secondFactorVerification: Verification
  /** The session that is verified; its `factorVerificationAge` tells the result. */
  readonly session: SessionData | null
}
