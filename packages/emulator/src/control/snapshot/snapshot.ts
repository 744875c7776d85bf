import { z } from 'zod'
import { SettingsSchema } from '../../model/settings.ts'
import { FaultSchema } from '../../network/faults/fault.ts'
import {
  IdentificationVerificationSchema,
  ReverificationSchema,
  SignInSchema,
  SignUpSchema,
} from './attempts.ts'
import {
  MembershipSchema,
  OrganizationInvitationSchema,
  OrganizationSchema,
  OrganizationSuggestionSchema,
} from './organizations.ts'
import {
  ClientSchema,
  DevBrowserSchema,
  ImageSchema,
  PendingTotpSchema,
  ProviderAccountSchema,
  SessionSchema,
  TicketSchema,
  UsageSchema,
  UserSchema,
} from './records.ts'

const count = z.number().int().nonnegative()
const text = z.string()

const MessageSchema = z.strictObject({
  id: text,
  at: z.number(),
  to: text,
  kind: text,
  code: text.nullable(),
  link: text.nullable(),
})

export const SnapshotSchema = z.strictObject({
  /** Tells it from other JSON. */
  format: z.literal('clientele-emulator'),
  /** Of this format. */
  version: z.literal(1),
  /** ms that it is ahead of the machine's; epoch ms that it stands at, if it does. */
  clock: z.strictObject({ offset: z.number(), frozenAt: z.number().nullable() }),
  /** Those that were not used up, and how they stood. */
  faults: z.array(z.strictObject({ id: text, fault: FaultSchema, seen: count, met: count })),
  /** What the next ids follow from. */
  ids: z.strictObject({ seed: z.union([text, z.number()]), counts: z.record(text, count) }),
  /** Oldest first. */
  inbox: z.array(MessageSchema),
  /** All of them. */
  settings: SettingsSchema,
  /** What the instance holds, by kind. */
  tables: z.strictObject({
    clients: z.array(ClientSchema),
    devBrowsers: z.array(DevBrowserSchema),
    identificationVerifications: z.array(IdentificationVerificationSchema),
    images: z.array(ImageSchema),
    memberships: z.array(MembershipSchema),
    organizationInvitations: z.array(OrganizationInvitationSchema),
    organizationSuggestions: z.array(OrganizationSuggestionSchema),
    organizations: z.array(OrganizationSchema),
    pendingTotps: z.array(PendingTotpSchema),
    providerAccounts: z.array(ProviderAccountSchema),
    reverifications: z.array(ReverificationSchema),
    sessions: z.array(SessionSchema),
    signIns: z.array(SignInSchema),
    signUps: z.array(SignUpSchema),
    tickets: z.array(TicketSchema),
    usages: z.array(UsageSchema),
    users: z.array(UserSchema),
  }),
})

/**
 * All that an emulator knows, as JSON: everything but the journal, and the answers that faults may
 * give again.
 */
export type Snapshot = z.infer<typeof SnapshotSchema>
