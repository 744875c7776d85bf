import type { Ids } from '../../lib/ids.ts'
import { readInput } from '../../lib/input-errors.ts'
import { fitsPattern } from '../../lib/route-pattern.ts'
import { type Fault, FaultSchema } from './fault.ts'

/** A fault on the list, and how it stands. */
export interface ListedFault {
  /** What `remove` takes. */
  readonly id: string
  /** As it was added. */
  readonly fault: Fault
  /** Fitting requests it saw, and those it met. */
  readonly seen: number
  /** How many of them it met. */
  readonly met: number
}

/** The faults of an instance, in the order in which requests come upon them. */
export interface FaultList {
  /** @throws TypeError that names each wrong field. */
  insert(fault: Fault): ListedFault
  remove(id: string): boolean
  /** Those that are not used up. */
  list(): readonly ListedFault[]
  clear(): void
  /**
   * The first fault at `from` or later that meets a request, counted as met, and where to look on.
   */
  match(
    request: { method: string; path: string },
    from: number,
    skips: (fault: Fault) => boolean,
  ): Met | undefined
  restore(listed: readonly ListedFault[]): void
}

interface Met {
  readonly fault: Fault
  /** The order of the fault on the list. */
  readonly order: number
}

interface Entry extends ListedFault {
  order: number
  seen: number
  met: number
}

export const createFaultList = (ids: Ids): FaultList => {
  let entries: Entry[] = []
  let last = 0
  const insert = (fault: Fault): Entry => {
    const read = Object.freeze(structuredClone(readInput(FaultSchema, 'fault', fault)))
    last += 1
    const entry = { id: ids.next('fault'), fault: read, order: last, seen: 0, met: 0 }
    entries = [...entries, entry]
    return entry
  }
  const remove = (id: string): boolean => {
    const before = entries.length
    entries = entries.filter(entry => entry.id !== id)
    return entries.length < before
  }
  const meets = (entry: Entry): boolean => {
    const { after = 0, probability, count = Infinity } = entry.fault
    entry.seen += 1
    if (entry.seen <= after || (probability !== undefined && ids.fraction('fault') >= probability))
      return false
    entry.met += 1
    if (entry.met >= count) remove(entry.id)
    return true
  }
  const fits = ({ fault }: Entry, { method, path }: { method: string; path: string }): boolean => {
    if (fault.method !== undefined ? fault.method !== method : method === 'OPTIONS') return false
    return fitsPattern(fault.path, path)
  }
  const toListed = ({ id, fault, seen, met }: Entry): ListedFault => ({ id, fault, seen, met })
  return {
    insert: fault => toListed(insert(fault)),
    remove,
    list: () => entries.map(toListed),
    clear: () => {
      entries = []
    },
    match: (request, from, skips) => {
      for (const entry of entries) {
        if (entry.order >= from && fits(entry, request) && !skips(entry.fault) && meets(entry))
          return entry
      }
      return undefined
    },
    restore: listed => {
      entries = listed.map((each, index) => ({ ...each, order: index + 1 }))
      last = entries.length
    },
  }
}
