import type { ClienteleStore } from '@clientele/core'

/** Watches every published state for what must never be seen. */
export interface Witness {
  readonly faults: readonly string[]
  readonly ids: () => readonly string[]
  /** A session whose sign-in has resolved: it stays until something begins to remove sessions. */
  finished(id: string | null): void
  /** Sessions that `work` ends; once it has resolved they never come back. */
  ending(gone: readonly string[], work: () => Promise<unknown> | undefined): Promise<void>
}

export const createWitness = (clientele: ClienteleStore): Witness => {
  const ended = new Set<string>()
  const finished = new Set<string>()
  const faults: string[] = []
  let removals = 0
  const ids = () => clientele.client?.sessions.map(({ id }) => id) ?? []
  const check = () => {
    const now = ids()
    faults.push(...now.filter(id => ended.has(id)).map(id => `${id} came back`))
    faults.push(...[...finished].filter(id => !now.includes(id)).map(id => `${id} disappeared`))
  }
  clientele.snapshots.subscribe(check)
  return {
    faults,
    ids,
    finished: id => {
      if (id !== null && removals === 0) finished.add(id)
      check()
    },
    ending: async (gone, work) => {
      removals++
      finished.clear()
      try {
        await work()
        for (const id of gone) ended.add(id)
        check()
      } finally {
        removals--
      }
    },
  }
}
