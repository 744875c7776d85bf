import { useEffect, useState } from 'react'

/** What a component makes for itself and ends when it has left. */
interface Held<Owned> {
  readonly owned: Owned
  isOver(): boolean
  enter(): void
  leave(end: (owned: Owned) => void): void
}

/** What to do with it; the same functions on every render. */
export interface Care<Owned> {
  /** Runs when the component is on the page. */
  start(owned: Owned): void
  /** Runs once the component has left for good, strict mode and hot reload apart. */
  end(owned: Owned): void
}

const createHeld = <Owned>(owned: Owned): Held<Owned> => {
  let owners = 0
  let isOver = false
  return {
    owned,
    isOver: () => isOver,
    enter: () => {
      owners++
    },
    leave: end => {
      owners--
      // Strict mode and hot reload leave and come back at once.
      queueMicrotask(() => {
        if (owners > 0 || isOver) return
        isOver = true
        end(owned)
      })
    },
  }
}

// What was made in a render and is not on the page yet. React may throw such a render away and
// begin again (strict mode, Suspense); the next try finds it here instead of making another one.
const unused = /* @__PURE__ */ new Map<string, Held<unknown>>()

const hold = <Owned>(key: string, make: () => Owned): Held<Owned> => {
  // as: what one kind of caller made under its key
  const found = unused.get(key) as Held<Owned> | undefined
  const held = found ?? createHeld(make())
  // A server makes one for each render.
  if (typeof document !== 'undefined') unused.set(key, held)
  return held
}

/**
 * Something that a component makes, for as long as the component is on the page. After it was
 * hidden, and came back, it is made anew.
 *
 * @param key says what is made: the same key in two renders is the same thing.
 */
export const useOwned = <Owned>(key: string, make: () => Owned, { start, end }: Care<Owned>) => {
  const [held, setHeld] = useState(() => hold(key, make))
  // biome-ignore lint/correctness/useExhaustiveDependencies: options are read once
  useEffect(() => {
    if (held.isOver()) {
      setHeld(hold(key, make))
      return undefined
    }
    unused.delete(key)
    held.enter()
    start(held.owned)
    return () => held.leave(end)
  }, [held])
  return held.owned
}
