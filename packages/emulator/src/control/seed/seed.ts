import { z } from 'zod'
import { OrganizationSchema } from '../../domain/organization-input.ts'
import { UserInputSchema } from '../../domain/user-input.ts'
import { PartialSettingsSchema } from '../../model/settings.ts'
import { FaultSchema } from '../../network/faults/fault.ts'
import { SessionInputSchema } from '../sessions.ts'
import { TicketInputSchema } from '../tickets.ts'

const moment = z.union([
  z.number(),
  z.string().refine(text => !Number.isNaN(Date.parse(text)), 'a time such as 2026-01-31T12:00:00Z'),
])

export const SeedSchema = z.strictObject({
  /** Where the clock stands, as epoch milliseconds or ISO 8601, and whether it stands still. */
  clock: z.strictObject({ at: moment.optional(), frozen: z.boolean().optional() }).optional(),
  /** What is other than usual. */
  settings: PartialSettingsSchema.optional(),
  /** Who has an account. */
  users: z.array(UserInputSchema).optional(),
  /** With their members and invitations. */
  organizations: z.array(OrganizationSchema).optional(),
  /** Who is signed in, each on a device of its own. */
  sessions: z.array(SessionInputSchema).optional(),
  /** Invitations and sign-in tokens. */
  tickets: z.array(TicketInputSchema).optional(),
  /** What goes wrong from the start. */
  faults: z.array(FaultSchema).optional(),
})

/**
 * What an emulator is given to begin with: all of it optional, all of it as the typed methods take
 * it.
 */
export type Seed = z.input<typeof SeedSchema>
