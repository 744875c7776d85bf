import type { ClienteleStore } from '@clientele/core'
import { useEffect, useState } from 'react'

/** What a component makes for itself and ends when it has left. */
interface Held<Owned> {
  readonly owned: Owned
  /** How many components on the page have it. */
  owners: number
  isOver: boolean
}

/** What to do with it; the same functions on every render. */
export interface Care<Owned> {
  /** Runs when the component is on the page. */
  start(owned: Owned): void
  /** Whether a component below suspends until it is there. */
  isAwaited(owned: Owned): boolean
  /** Runs once the component has left for good, strict mode and hot reload apart. */
  end(owned: Owned): void
}

/** Stores that a component suspends for. */
export const awaited = /* @__PURE__ */ new WeakSet<ClienteleStore>()

// What was made in renders that are not on the page, by key. React may throw such a render away
// and begin again (strict mode, Suspense).
const unused = /* @__PURE__ */ new Map<string, Held<unknown>[]>()

const hold = <Owned>(key: string, make: () => Owned, care: Care<Owned>): Held<Owned> => {
  // as: what one kind of caller made under its key
  const others = (unused.get(key) ?? []) as Held<Owned>[]
  // A page that waits for one must find it when it tries again, or it would wait for ever. One
  // that nothing waits for may be of other options.
  const found = others.find(({ owned }) => care.isAwaited(owned))
  if (found) return found
  const held = { owned: make(), owners: 0, isOver: false }
  // A server makes one for each render.
  if (typeof document !== 'undefined') unused.set(key, [...others, held])
  return held
}

const addOwners = (held: Held<unknown>, count: number) => {
  held.owners += count
}

const endUnowned = <Owned>(held: Held<Owned>, { end }: Care<Owned>) => {
  if (held.owners > 0 || held.isOver) return
  held.isOver = true
  end(held.owned)
}

/**
 * Something that a component makes, for as long as the component is on the page. After it was
 * hidden, and came back, it is made again.
 *
 * @param key says what is made: the same for what is made with the same functions.
 */
export const useOwned = <Owned>(key: string, make: () => Owned, care: Care<Owned>) => {
  const [held, setHeld] = useState(() => hold(key, make, care))
  // biome-ignore lint/correctness/useExhaustiveDependencies: options are read once
  useEffect(() => {
    if (held.isOver) {
      setHeld(hold(key, make, care))
      return undefined
    }
    addOwners(held, 1)
    // The others are of renders that were thrown away.
    for (const other of unused.get(key) ?? []) endUnowned(other as Held<Owned>, care)
    unused.delete(key)
    care.start(held.owned)
    return () => {
      addOwners(held, -1)
      // Strict mode and hot reload leave and come back at once.
      queueMicrotask(() => endUnowned(held, care))
    }
  }, [held])
  return held.owned
}
