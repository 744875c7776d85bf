import type { Snapshot } from '@clientele/core'
import { useDebugValue, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useClienteleStore } from './use-clientele-store.ts'

/**
 * What all hooks are made of: one part of the snapshot, and a slice of that part. The selector runs
 * again only for another part or another selector, and its slice is kept while `equalityFn` calls
 * the next one equal.
 *
 * @param pick is the same function on every render.
 */
export const useSnapshot = <Part, Slice>(
  pick: (snapshot: Snapshot) => Part,
  selector: (part: Part) => Slice,
  equalityFn: (a: Slice, b: Slice) => boolean = Object.is,
): Slice => {
  // The React Compiler would take the memory below away, and with it what is the same from one
  // render to the next.
  'use no memo'
  const { snapshots } = useClienteleStore()
  // What is on the screen: written after the render that shows it, so that a render that is thrown
  // away leaves no trace.
  const shown = useRef<{ readonly snapshots: unknown; readonly slice: Slice } | null>(null)
  const [get, getInitial] = useMemo(() => {
    const memoise = (read: () => Snapshot) => {
      let last: { readonly part: Part; readonly slice: Slice } | undefined
      return (): Slice => {
        const part = pick(read())
        if (last && Object.is(last.part, part)) return last.slice
        const slice = selector(part)
        const before = last ?? (shown.current?.snapshots === snapshots ? shown.current : null)
        last = { part, slice: before && equalityFn(before.slice, slice) ? before.slice : slice }
        return last.slice
      }
    }
    return [memoise(snapshots.get), memoise(snapshots.getInitial)]
  }, [snapshots, pick, selector, equalityFn])
  const slice = useSyncExternalStore(snapshots.subscribe, get, getInitial)
  useEffect(() => {
    shown.current = { snapshots, slice }
  }, [snapshots, slice])
  useDebugValue(slice)
  return slice
}
