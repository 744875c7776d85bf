/** Records that are others than they were: what each is now, `null` for one that is gone. */
export type TableChanges<Item> = ReadonlyMap<string, Item | null>

/**
 * Records by id, in order of creation. What is to be changed is got by `get` or `where`, and is
 * changed in place.
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
  /**
   * What changed since the last call. It has to be between two requests: no record is in anybody's
   * hands then.
   *
   * @returns `null` when everything may be another: at the first call, and after `clear`.
   */
  takeChanges(): TableChanges<Item> | null
  /** Ends what the first `takeChanges` began. */
  unwatch(): void
}

/**
 * A watched table remembers the text of each record that it hands out: by comparing those alone,
 * finding what changed costs the same however many records there are.
 */
export const createRecordTable = <Item extends { readonly id: string }>(): RecordTable<Item> => {
  const records = new Map<string, Item>()
  // since the last look; `null` while nobody watches
  let before: Map<string, string | undefined> | null = null
  let isAnother = false
  const remember = (id: string, record: Item | undefined) => {
    if (before && !before.has(id)) before.set(id, record && JSON.stringify(record))
  }
  const handOut = (record: Item) => {
    remember(record.id, record)
    return record
  }
  return {
    get: id => {
      const record = records.get(id)
      return record && handOut(record)
    },
    where: fits => [...records.values()].filter(fits).map(handOut),
    peek: id => records.get(id),
    all: () => [...records.values()],
    has: id => records.has(id),
    count: () => records.size,
    set: record => {
      remember(record.id, records.get(record.id))
      records.set(record.id, record)
    },
    delete: id => {
      remember(id, records.get(id))
      records.delete(id)
    },
    clear: () => {
      isAnother = true
      records.clear()
    },
    takeChanges: () => {
      const touched = isAnother ? null : before
      before = new Map()
      isAnother = false
      if (!touched) return null
      const changes = new Map<string, Item | null>()
      for (const [id, text] of touched) {
        const record = records.get(id)
        if ((record && JSON.stringify(record)) !== text) changes.set(id, record ?? null)
      }
      return changes
    },
    unwatch: () => {
      before = null
    },
  }
}
