import { z } from 'zod'
import { address, id, metadata, orNull, text, time } from '../fields.ts'

export const OrganizationSchema = z.strictObject({
  /** `org_…` */
  id,
  /** As its members see it. */
  name: text,
  /** Unique in the instance. */
  slug: text,
  /** The logo: its id, and where it is to be had. */
  image: orNull(z.strictObject({ id, url: address })),
  /** What a backend keeps with it. */
  publicMetadata: metadata,
  /** What only a backend sees. */
  privateMetadata: metadata,
  /** `user_…`; `null` where no user did. */
  createdBy: orNull(text),
  /** Members and pending invitations that it may have; `null` as the instance says. */
  maxMemberships: orNull(z.number()),
  /** Its administrators may delete it. */
  adminDeleteEnabled: z.boolean(),
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface OrganizationRecord extends z.infer<typeof OrganizationSchema> {}

/** That a user belongs to an organization, and what it may do there. */
export const MembershipSchema = z.strictObject({
  id,
  organizationId: text,
  userId: text,
  /** `org:admin` */
  role: text,
  /** `org:invoices:read`; those of the service itself begin with `org:sys_`. */
  permissions: z.array(text),
  publicMetadata: metadata,
  /** What only a backend sees. */
  privateMetadata: metadata,
  createdAt: time,
  updatedAt: time,
})

export interface MembershipRecord extends z.infer<typeof MembershipSchema> {}

/** That somebody is asked to join an organization. */
export const OrganizationInvitationSchema = z.strictObject({
  /** `orginv_…` */
  id,
  /** `org_…` */
  organizationId: text,
  /** In lower case. */
  emailAddress: text,
  /** What the membership will have. */
  role: text,
  /** What the membership will have. */
  publicMetadata: metadata,
  /** What the membership will have. */
  privateMetadata: metadata,
  /** `user_…`; `null` where a backend invites by itself. */
  inviterId: orNull(text),
  /** A pending one may be out of date: see `expireAt`. */
  status: z.enum(['pending', 'accepted', 'revoked']),
  /** The verified domain that invites its owners by itself; `null` where a member did. */
  domainId: orNull(text),
  /** Epoch milliseconds; it cannot be accepted any more from then on. */
  expireAt: time,
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface OrganizationInvitationRecord
  extends z.infer<typeof OrganizationInvitationSchema> {}

/** That a user could ask to join an organization, as by the domain of its email address. */
export const OrganizationSuggestionSchema = z.strictObject({
  /** `orgsug_…` */
  id,
  /** `org_…` */
  organizationId: text,
  /** `user_…` */
  userId: text,
  /** `accepted`: the user has asked to join. */
  status: z.enum(['pending', 'accepted', 'completed']),
  /** The verified domain that it follows from; `null` where somebody made it. */
  domainId: orNull(text),
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface OrganizationSuggestionRecord
  extends z.infer<typeof OrganizationSuggestionSchema> {}
