import type { Instance } from '../../model/instance.ts'
import type { RecordTable } from '../../model/record-table.ts'
import { toMessageEvent } from '../../serialize/webhooks/message.ts'
import { type WebhookEvent, watchedTables } from '../../serialize/webhooks/watched.ts'

/** Finds what has changed since it was asked last. */
export interface Watch {
  /** The events of all changes, in the order of the tables. */
  collect(): WebhookEvent[]
  stop(): void
}

interface Kept {
  readonly id: string
}

/** The same description for every table. */
interface AnyWatched {
  readonly table: (typeof watchedTables)[number]['table']
  aspectOf?(record: Kept): string
  eventOf(instance: Instance, record: Kept, isNew: boolean): WebhookEvent | null
  deletedOf?(instance: Instance, record: Kept): WebhookEvent
}

interface Known {
  readonly aspect: string
  readonly deleted: WebhookEvent | null
}

const wholeOf = (record: Kept): string => JSON.stringify({ ...record, updatedAt: 0 })

const createTableWatch = (instance: Instance, watched: AnyWatched) => {
  const { aspectOf = wholeOf, eventOf, deletedOf } = watched
  // as: every watched table has records with an id and a stamp
  const table = instance.database[watched.table] as unknown as RecordTable<Kept>
  const feed = table.watch()
  const known = new Map<string, Known>()
  const know = (record: Kept): void => {
    const deleted = deletedOf?.(instance, record) ?? null
    known.set(record.id, { aspect: aspectOf(record), deleted })
  }
  for (const record of table.all()) know(record)
  feed.take()
  const eventFor = (id: string, record: Kept | null): WebhookEvent | null => {
    const before = known.get(id)
    known.delete(id)
    if (!record) return before?.deleted ?? null
    know(record)
    const isSame = before?.aspect === known.get(id)?.aspect
    return isSame ? null : eventOf(instance, record, before === undefined)
  }
  return {
    collect: (): WebhookEvent[] =>
      [...(feed.take() ?? [])].flatMap(([id, record]) => eventFor(id, record) ?? []),
    stop: feed.stop,
  }
}

const createInboxWatch = (instance: Instance) => {
  let last = instance.inbox.latest()?.id
  return {
    collect: (): WebhookEvent[] => {
      const sent = instance.inbox.messages(last === undefined ? {} : { after: last })
      last = sent.at(-1)?.id ?? last
      return sent.map(message => toMessageEvent(instance, message))
    },
    stop: () => undefined,
  }
}

/** What is there when it begins is known: none of it is told. */
export const createWatch = (instance: Instance): Watch => {
  const parts = [
    // as: each takes the records of its own table
    ...watchedTables.map(watched => createTableWatch(instance, watched as unknown as AnyWatched)),
    createInboxWatch(instance),
  ]
  return {
    collect: () => parts.flatMap(part => part.collect()),
    stop: () => {
      for (const part of parts) part.stop()
    },
  }
}
