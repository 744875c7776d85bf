import type { Kernel } from '../kernel.ts'
import { bumpEpoch } from '../slices/cache.ts'

/** Drops every cached token; one that is still on its way is not kept either. */
export const clearCache = ({ tokens, store }: Kernel): void => {
  tokens.clear()
  store.commit(bumpEpoch)
}
