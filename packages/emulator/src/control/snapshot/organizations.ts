import { z } from 'zod'
import { freeRecord } from '../../lib/free-json.ts'
import type {
  MembershipRecord,
  OrganizationInvitationRecord,
  OrganizationRecord,
  OrganizationSuggestionRecord,
} from '../../model/records/organization.ts'
import { id, made, text, time } from './fields.ts'

// The records about organizations as an export holds them.

export const OrganizationSchema: z.ZodType<OrganizationRecord> = z.strictObject({
  id,
  name: text,
  slug: text,
  publicMetadata: freeRecord,
  ...made,
})

export const MembershipSchema: z.ZodType<MembershipRecord> = z.strictObject({
  id,
  organizationId: text,
  userId: text,
  role: text,
  permissions: z.array(text),
  publicMetadata: freeRecord,
  ...made,
})

export const OrganizationInvitationSchema: z.ZodType<OrganizationInvitationRecord> = z.strictObject(
  {
    id,
    organizationId: text,
    emailAddress: text,
    role: text,
    publicMetadata: freeRecord,
    status: z.enum(['pending', 'accepted', 'revoked']),
    expireAt: time,
    ...made,
  },
)

export const OrganizationSuggestionSchema: z.ZodType<OrganizationSuggestionRecord> = z.strictObject(
  {
    id,
    organizationId: text,
    userId: text,
    status: z.enum(['pending', 'accepted', 'completed']),
    ...made,
  },
)
