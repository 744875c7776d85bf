import type { Instance } from '../../model/instance.ts'
import type { RecordTable } from '../../model/record-table.ts'
import { toMessageEvent } from '../../serialize/webhooks/message.ts'
import { type WebhookEvent, watchedTables } from '../../serialize/webhooks/watched.ts'

/** Finds what has changed since it was asked last. */
export interface Watch {
  /** The events of all changes, in the order of the tables. */
  collect(): WebhookEvent[]
  /** Takes what is there for known: none of it is told. */
  rebase(): void
}

interface Kept {
  readonly id: string
  readonly updatedAt: number
}

/** The same description for every table. */
interface AnyWatched {
  readonly table: (typeof watchedTables)[number]['table']
  aspectOf?(record: Kept): string
  eventOf(instance: Instance, record: Kept, isNew: boolean): WebhookEvent | null
  deletedOf?(instance: Instance, record: Kept): WebhookEvent
}

interface Known {
  readonly updatedAt: number
  readonly aspect: string
  readonly deleted: WebhookEvent | null
}

const wholeOf = (record: Kept): string => JSON.stringify({ ...record, updatedAt: 0 })

const createTableWatch = (instance: Instance, watched: AnyWatched) => {
  const { aspectOf = wholeOf, eventOf, deletedOf } = watched
  // as: every watched table has records with an id and a stamp
  const table = instance.database[watched.table] as unknown as RecordTable<Kept>
  let known = new Map<string, Known>()
  const look = (record: Kept): Known => ({
    updatedAt: record.updatedAt,
    aspect: aspectOf(record),
    deleted: deletedOf?.(instance, record) ?? null,
  })
  const changeOf = (record: Kept): WebhookEvent | null => {
    const before = known.get(record.id)
    // A status may change without another stamp; what is compared whole has one.
    if (before?.updatedAt === record.updatedAt && aspectOf === wholeOf) return null
    const now = look(record)
    known.set(record.id, now)
    return before?.aspect === now.aspect ? null : eventOf(instance, record, before === undefined)
  }
  return {
    collect: (): WebhookEvent[] => {
      const changed = table.all().flatMap(record => changeOf(record) ?? [])
      const gone = [...known].filter(([id]) => !table.has(id))
      for (const [id] of gone) known.delete(id)
      return [...changed, ...gone.flatMap(([, { deleted }]) => deleted ?? [])]
    },
    rebase: () => {
      known = new Map(table.all().map(record => [record.id, look(record)]))
    },
  }
}

const createInboxWatch = (instance: Instance) => {
  let last: string | undefined
  return {
    collect: (): WebhookEvent[] => {
      const sent = instance.inbox.messages(last === undefined ? {} : { after: last })
      last = sent.at(-1)?.id ?? last
      return sent.map(message => toMessageEvent(instance, message))
    },
    rebase: () => {
      last = instance.inbox.latest()?.id
    },
  }
}

export const createWatch = (instance: Instance): Watch => {
  const parts = [
    // as: each takes the records of its own table
    ...watchedTables.map(watched => createTableWatch(instance, watched as unknown as AnyWatched)),
    createInboxWatch(instance),
  ]
  return {
    collect: () => parts.flatMap(part => part.collect()),
    rebase: () => {
      for (const part of parts) part.rebase()
    },
  }
}
