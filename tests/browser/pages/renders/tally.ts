/** How many readers of each hook there are. */
export const readers = 100

/** How often the readers of one hook have rendered since the last time somebody looked. */
export interface Tally {
  /** All together. */
  readonly renders: number
  /** Those that have, at least once. */
  readonly readers: number
}

/** Counts by hook: `useUser` of the vendor is `vendor useUser`. */
export interface Tallies {
  /** One more render of reader `index`. */
  add(hook: string, index: number): void
  /** What was counted, and from now on anew. */
  take(): Readonly<Record<string, Tally>>
}

export const createTallies = (): Tallies => {
  const counts = new Map<string, number[]>()
  const of = (hook: string) => {
    const present = counts.get(hook) ?? Array.from({ length: readers }, () => 0)
    counts.set(hook, present)
    return present
  }
  return {
    add: (hook, index) => {
      const list = of(hook)
      list[index] = (list[index] ?? 0) + 1
    },
    take: () => {
      const sum = (list: number[]): Tally => ({
        renders: list.reduce((total, count) => total + count, 0),
        readers: list.filter(count => count > 0).length,
      })
      const taken = Object.fromEntries([...counts].map(([hook, list]) => [hook, sum(list)]))
      counts.clear()
      return taken
    },
  }
}

/** A hook or a composable, by the name that the table gives it. */
export type Hooks = Readonly<Record<string, () => unknown>>
