import type { EmulatorClock } from './clock.ts'
import type { Database } from './database.ts'
import type { RecordChange, RecordTable } from './record-table.ts'
import { schemas, type TableName } from './schemas.ts'
import { type Shown, shownBy } from './shown-by.ts'
import { type Stamped, stampChanged } from './stamps.ts'

/** Finds and stamps what changed. */
export interface Changes {
  /**
   * Does work that may change records. When it is done, what changed visibly has another
   * `updatedAt`, and so has what shows it.
   */
  change<Result>(work: () => Result): Result
  /** Stamps what changed so far: before an answer shows it. */
  stamp(): void
}

interface Kept {
  readonly id: string
}

/**
 * Stamps records that changed visibly, and only then: once in a piece of work, and each time later
 * than before even while the clock stands still, because clients tell by `updated_at` that
 * something changed.
 */
export const createChanges = (database: Database, clock: EmulatorClock): Changes => {
  // as: each table has records of its own, and all of them have an id
  const tableOf = database as unknown as Readonly<Record<TableName, RecordTable<Kept>>>
  const tables = Object.entries(tableOf) as [TableName, RecordTable<Kept>][] // as: its keys
  const stamped = new Set<object>()
  let depth = 0

  const stampOne = (record: Stamped): void => {
    if (stamped.has(record)) return
    stamped.add(record)
    record.updatedAt = Math.max(clock.now(), record.updatedAt + 1)
  }

  const ownersOf = (name: TableName, record: Kept, isNew: boolean): readonly Shown[] => {
    // as: the function of that table takes its records
    const find = shownBy[name] as
      | ((database: Database, record: Kept, isNew: boolean) => readonly Shown[])
      | undefined
    return find?.(database, record, isNew) ?? []
  }

  const stampOwners = (owners: readonly Shown[]): void => {
    for (const { table, id } of owners) {
      const owner = tableOf[table].get(id)
      if (!owner || stamped.has(owner)) continue
      if ('updatedAt' in owner) stampOne(owner as Kept & Stamped) // as: just seen
      stampOwners(ownersOf(table, owner, false))
    }
  }

  // Who shows what changed, unless nothing of it is seen.
  const stampRecord = (name: TableName, { before, record }: RecordChange<Kept>) => {
    const earlier: unknown = before === undefined ? undefined : JSON.parse(before)
    if (record && earlier === undefined) stamped.add(record)
    else if (record && !stampChanged(record, earlier, schemas[name], stampOne)) return []
    const both = [record, earlier as Kept | undefined] // as: it was of this table
    return both.flatMap(each => (each ? ownersOf(name, each, earlier === undefined) : []))
  }

  const stamp = (): void => {
    const owners = tables.flatMap(([name, table]) =>
      table.settle().flatMap(change => stampRecord(name, change)),
    )
    if (owners.length === 0) return
    stampOwners(owners)
    for (const [, table] of tables) table.settle() // they are others by their stamp
  }

  const begin = (): void => {
    stamp()
    stamped.clear()
    depth += 1
  }

  // A call from outside may come while a request is halfway, which holds records still.
  const end = (): void => {
    stamp()
    depth -= 1
    if (depth === 0) for (const [, table] of tables) table.release()
  }

  return {
    stamp,
    change: work => {
      begin()
      let isLater = false
      try {
        const result = work()
        if (!(result instanceof Promise)) return result
        isLater = true
        return result.finally(end) as typeof result
      } finally {
        if (!isLater) end()
      }
    },
  }
}
