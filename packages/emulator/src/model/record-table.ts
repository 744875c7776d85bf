/** Records that are others than they were: what each is now, `null` for one that is gone. */
export type TableChanges<Item> = ReadonlyMap<string, Item | null>

/** One record that is another than it was. */
export interface RecordChange<Item> {
  /** Its JSON before; `undefined` when it was not there. */
  readonly before: string | undefined
  /** What it is now; `undefined` when it is gone. */
  readonly record: Item | undefined
}

/** Somebody who asks now and then what changed in a table. */
export interface TableWatch<Item> {
  /**
   * What changed since the last call.
   *
   * @returns `null` when everything may be another: at the first call, and after `clear`.
   */
  take(): TableChanges<Item> | null
  stop(): void
}

/**
 * Records by id, in order of creation. What is to be changed is got by `get` or `where`, and is
 * changed in place, inside `instance.change`.
 */
export interface RecordTable<Item> {
  get(id: string): Item | undefined
  where(fits: (record: Readonly<Item>) => boolean): Item[]
  /** A record to look at. */
  peek(id: string): Readonly<Item> | undefined
  /** All records to look at. */
  all(): readonly Readonly<Item>[]
  has(id: string): boolean
  count(): number
  set(record: Item): void
  delete(id: string): void
  clear(): void
  /** What changed of the records that were handed out, since this was called last. */
  settle(): readonly RecordChange<Item>[]
  /** Nobody holds a record any more: none that was handed out is looked at again. */
  release(): void
  watch(): TableWatch<Item>
}

interface Watcher {
  readonly ids: Set<string>
  isAnother: boolean
}

/**
 * A table remembers the text of each record that it hands out: by comparing those alone, finding
 * what changed costs the same however many records there are.
 */
export const createRecordTable = <Item extends { readonly id: string }>(): RecordTable<Item> => {
  const records = new Map<string, Item>()
  const handedOut = new Map<string, string | undefined>()
  const watchers = new Set<Watcher>()
  const textOf = (id: string) => {
    const record = records.get(id)
    return record && JSON.stringify(record)
  }
  const handOut = (id: string) => {
    if (!handedOut.has(id)) handedOut.set(id, textOf(id))
    return records.get(id)
  }
  return {
    get: id => (records.has(id) ? handOut(id) : undefined),
    where: fits => [...records.values()].filter(fits).flatMap(({ id }) => handOut(id) ?? []),
    peek: id => records.get(id),
    all: () => [...records.values()],
    has: id => records.has(id),
    count: () => records.size,
    set: record => {
      handOut(record.id)
      records.set(record.id, record)
    },
    delete: id => {
      handOut(id)
      records.delete(id)
    },
    clear: () => {
      records.clear()
      handedOut.clear()
      for (const watcher of watchers) watcher.isAnother = true
    },
    settle: () => {
      const changes: RecordChange<Item>[] = []
      for (const [id, before] of handedOut) {
        const text = textOf(id)
        if (text === before) continue
        handedOut.set(id, text)
        changes.push({ before, record: records.get(id) })
        for (const { ids } of watchers) ids.add(id)
      }
      return changes
    },
    release: () => handedOut.clear(),
    watch: () => {
      const watcher: Watcher = { ids: new Set(), isAnother: true }
      watchers.add(watcher)
      return {
        take: () => {
          const changes = new Map([...watcher.ids].map(id => [id, records.get(id) ?? null]))
          const { isAnother } = watcher
          watcher.ids.clear()
          watcher.isAnother = false
          return isAnother ? null : changes
        },
        stop: () => void watchers.delete(watcher),
      }
    },
  }
}
