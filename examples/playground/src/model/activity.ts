import type { Client, Source } from '@clientele/core'
import { clientProperties } from './client-properties.ts'
import { createValue } from './value.ts'

const limit = 30

/** A call that was made, or a change that was told of. */
export interface ActivityEntry {
  readonly id: number
  /** A call as one would write it in code; of a change, what differs. */
  readonly text: string
  readonly kind: 'call' | 'change'
  /** Of a call: how it went, `…` while it lasts. */
  readonly outcome: string
  readonly hasFailed: boolean
}

export interface ActivityLog {
  /** Newest first. */
  readonly entries: readonly ActivityEntry[]
  /** In words, how often the store told of a change. */
  readonly summary: string
}

/** What was done and what changed. */
export interface Activity extends Source<ActivityLog> {
  /** @returns says how the call went */
  readonly begin: (label: string) => (outcome: string, hasFailed?: boolean) => void
  /** One notification of the store. */
  readonly changed: (client: Client | undefined, previous: Client | undefined) => void
}

const changedProperties = (client: Client, previous: Client): readonly string[] =>
  clientProperties.flatMap(({ name }) =>
    JSON.stringify(client[name]) === JSON.stringify(previous[name]) ? [] : [name],
  )

export const createActivity = (): Activity => {
  const { set, ...log } = createValue<ActivityLog>({ entries: [], summary: '' })
  let count = 0
  let notifications = 0
  const add = (entry: Omit<ActivityEntry, 'id'>) => {
    const id = ++count
    set({ ...log.get(), entries: [{ ...entry, id }, ...log.get().entries].slice(0, limit) })
    return id
  }
  const update = (id: number, change: Partial<ActivityEntry>) =>
    set({
      ...log.get(),
      entries: log.get().entries.map(entry => (entry.id === id ? { ...entry, ...change } : entry)),
    })

  return {
    ...log,
    begin: text => {
      const started = performance.now()
      const id = add({ text, kind: 'call', outcome: '…', hasFailed: false })
      return (outcome, hasFailed = false) =>
        update(id, {
          outcome: `${outcome} · ${Math.round(performance.now() - started)} ms`,
          hasFailed,
        })
    },
    changed: (client, previous) => {
      notifications += 1
      const plural = notifications === 1 ? 'notification' : 'notifications'
      set({ ...log.get(), summary: `${notifications} ${plural} so far: one for each transition.` })
      const names = client && previous ? changedProperties(client, previous) : ['client']
      add({ text: names.join(', ') || 'nothing', kind: 'change', outcome: '', hasFailed: false })
    },
  }
}
