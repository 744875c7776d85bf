import type { Source } from '@clientele/core'

/**
 * Something that a page shows and that is no part of the store. React and Vue subscribe to it as to
 * any source.
 */
export interface Value<Held> extends Source<Held> {
  readonly set: (held: Held) => void
}

export const createValue = <Held>(initial: Held): Value<Held> => {
  const listeners = new Set<() => void>()
  let held = initial
  return {
    get: () => held,
    getInitial: () => initial,
    set: next => {
      if (Object.is(held, next)) return
      held = next
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
