import { z } from 'zod'
import { readInput } from '../../lib/input-errors.ts'
import type { Changes } from './changes.ts'
import { readSnapshot } from './restore.ts'
import type { Snapshot } from './snapshot.ts'

const record = z.looseObject({ id: z.string() })

// What the records and parts are made of is checked once, in what all the changes lead to.
const ChangesSchema = z.strictObject({
  parts: z.record(z.string(), z.unknown()),
  inbox: z.strictObject({ from: z.number().int().nonnegative(), messages: z.array(z.unknown()) }),
  tables: z.record(z.string(), z.strictObject({ set: z.array(record), gone: z.array(z.string()) })),
})

type Identified = { readonly id: string }

const readChanges = (line: string): Changes => {
  const parsed: unknown = JSON.parse(line)
  readInput(ChangesSchema, 'change', parsed)
  // as: the schema has just said so; what it made of it would lose keys such as `__proto__`
  return parsed as Changes
}

const toTable = (records: readonly Identified[]) => new Map(records.map(each => [each.id, each]))

/**
 * What an export and the changes after it, each a line of JSON, lead to.
 *
 * @throws WrongInput that names each wrong field, and SyntaxError for a line that is no JSON.
 */
export const replay = (exported: unknown, lines: readonly string[]): Snapshot => {
  const first = readSnapshot(exported)
  const inbox: unknown[] = [...first.inbox]
  const parts: Record<string, unknown>[] = []
  const tables = new Map(
    Object.entries(first.tables).map(([name, records]) => [name, toTable(records)]),
  )
  for (const changes of lines.map(readChanges)) {
    parts.push(changes.parts)
    inbox.splice(changes.inbox.from, Number.POSITIVE_INFINITY, ...changes.inbox.messages)
    for (const [name, { set, gone }] of Object.entries(changes.tables)) {
      const table = tables.get(name)
      for (const each of set) table?.set(each.id, each)
      for (const id of gone) table?.delete(id)
    }
  }
  const records = Object.fromEntries(
    [...tables].map(([name, table]) => [name, [...table.values()]]),
  )
  return readSnapshot({ ...first, ...Object.assign({}, ...parts), inbox, tables: records })
}
