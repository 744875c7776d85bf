import { z } from 'zod'
import { schemas, type TableName } from '../../model/schemas.ts'
import { SettingsSchema } from '../../model/settings.ts'
import { FaultSchema } from '../../network/faults/fault.ts'

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

type TableSchemas = { [Name in TableName]: z.ZodArray<(typeof schemas)[Name]> }

const TablesSchema = z.strictObject(
  // as: a list for each schema
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, z.array<z.ZodType>(schema)]),
  ) as TableSchemas,
)

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
  tables: TablesSchema,
})

/**
 * All that an emulator knows, as JSON: everything but the journal, and the answers that faults may
 * give again.
 */
export type Snapshot = z.infer<typeof SnapshotSchema>
