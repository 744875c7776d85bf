import type { Recipe } from '../store.ts'

/** A command without state: who keeps tokens drops them when the epoch grows. */
export const bumpEpoch: Recipe = draft => {
  draft.cache.epoch++
}
