import type { Snapshot } from '@clientele/core'
import type { MaybeRef, Ref } from 'vue'
import { useClienteleStore } from './use-clientele-store.ts'
import { useSource } from './use-source.ts'

/** A slice of one part of the snapshot: see {@link useSource}. */
export const useSnapshot = <Part, Slice>(
  pick: (snapshot: Snapshot) => Part,
  selector: MaybeRef<(part: Part) => Slice>,
  equalityFn?: (a: Slice, b: Slice) => boolean,
): Readonly<Ref<Slice>> => useSource(useClienteleStore().snapshots, pick, selector, equalityFn)
