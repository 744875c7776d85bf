import type { Changes } from './snapshot/changes.ts'

/**
 * Where an emulator tells its data file what changed. Not for others: what is told once is not told
 * again.
 */
export const persistence: unique symbol = Symbol.for('clientele.emulator.keeping')

/** What is to be written: an export, or what changed since it; `null` when nothing did. */
export type Kept = string | Changes | null

export interface Persistence {
  /** Resolves when no request is halfway. */
  take(wantsAll: boolean): Promise<Kept>
  stop(): void
}
