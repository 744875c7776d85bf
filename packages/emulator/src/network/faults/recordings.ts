import type { CannedResponse } from '../../http/canned-response.ts'

/** What was answered lately, for faults that answer it again. */
export interface Recordings {
  /** The `age`-th last answer of a client on a path. */
  find(key: string, age: number): CannedResponse | undefined
  keep(key: string, answer: CannedResponse): void
  clear(): void
}

const perKey = 5
const keys = 100

/**
 * Recordings of the last answers on the paths that were asked last: enough for tests, and no burden
 * in a long run.
 */
export const createRecordings = (): Recordings => {
  const kept = new Map<string, readonly CannedResponse[]>()
  return {
    find: (key, age) => kept.get(key)?.at(-age),
    keep: (key, answer) => {
      const earlier = kept.get(key) ?? []
      kept.delete(key) // and to the end of the order again
      kept.set(key, [...earlier, answer].slice(-perKey))
      const [oldest] = kept.keys()
      if (kept.size > keys && oldest !== undefined) kept.delete(oldest)
    },
    clear: () => kept.clear(),
  }
}
