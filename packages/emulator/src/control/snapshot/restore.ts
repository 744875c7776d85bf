import { z } from 'zod'
import { type InputIssue, readInput, WrongInput } from '../../lib/input-errors.ts'
import { identifiersOf } from '../../model/identifiers.ts'
import type { RecordTable } from '../../model/record-table.ts'
import { schemas, type TableName } from '../../model/schemas.ts'
import { mergeSettings } from '../../model/settings.ts'
import type { Network } from '../../network/network.ts'
import { unknownStrategies } from '../settings.ts'
import { type Snapshot, SnapshotSchema } from './snapshot.ts'

type Tables = Snapshot['tables']

const duplicateIds = (tables: Tables): InputIssue[] =>
  Object.entries(tables).flatMap(([name, records]) => {
    const seen = new Set<string>()
    return records.flatMap(({ id }, index) => {
      if (seen.has(id))
        return [{ path: ['tables', name, index, 'id'], message: `${id} is there twice` }]
      seen.add(id)
      return []
    })
  })

const sharedIdentifiers = ({ users }: Tables): InputIssue[] => {
  const holders = new Map<string, string>()
  return users.flatMap((user, index) =>
    identifiersOf(user).flatMap(identifier => {
      const holder = holders.get(identifier)
      holders.set(identifier, user.id)
      const message = `${identifier} belongs to the user ${holder} already`
      return holder === undefined ? [] : [{ path: ['tables', 'users', index], message }]
    }),
  )
}

const Outline = z.looseObject({
  settings: z.record(z.string(), z.unknown()),
  tables: z.record(z.string(), z.unknown()),
})

// Every version has users: an export without them is damaged.
const newer = Object.keys(schemas).filter(name => name !== 'users')
const noRecords = Object.fromEntries(newer.map(name => [name, []]))

/** What was exported before there were some settings and tables says nothing of them. */
const withNewParts = (input: unknown): unknown => {
  if (!Outline.safeParse(input).success) return input // it is refused by name
  const exported = input as z.infer<typeof Outline> // as: the schema has just said so
  return {
    ...exported,
    settings: { ...mergeSettings(), ...exported.settings },
    tables: { ...noRecords, ...exported.tables },
  }
}

/**
 * Reads what an emulator has exported, this version or one before: settings that it did not have
 * yet are as they are by default.
 *
 * @throws WrongInput that names each wrong field.
 */
export const readSnapshot = (input: unknown): Snapshot => {
  const whole = withNewParts(input)
  readInput(SnapshotSchema, 'export', whole)
  // The input itself and not what the schema made of it: that would lose keys such as `__proto__`
  // in somebody's metadata.
  const snapshot = structuredClone(whole) as Snapshot // as: the schema has just said so
  const issues = [
    ...duplicateIds(snapshot.tables),
    ...sharedIdentifiers(snapshot.tables),
    ...unknownStrategies(snapshot.settings, ['settings']),
  ]
  if (issues.length > 0) throw new WrongInput('export', issues)
  return snapshot
}

const refill = <Item extends { readonly id: string }>(
  table: RecordTable<Item>,
  records: readonly Item[],
): void => {
  table.clear()
  for (const record of records) table.set(record)
}

/** Puts a snapshot in the place of all that an instance knows. */
export const restoreSnapshot = (network: Network, snapshot: Snapshot): void => {
  const { faults, instance, recordings, waits, webhooks } = network
  const { clock, database, ids, inbox } = instance
  const { tables } = snapshot
  waits.breakAll() // what waits belongs to what is replaced
  recordings.clear()
  // as: what the schema of that table has let pass
  for (const [name, table] of Object.entries(database))
    refill(table as RecordTable<{ readonly id: string }>, tables[name as TableName])
  ids.restore(snapshot.ids)
  instance.settings = Object.freeze(snapshot.settings)
  faults.restore(snapshot.faults)
  clock.restore(snapshot.clock)
  inbox.restore(snapshot.inbox)
  webhooks.rebase()
}
