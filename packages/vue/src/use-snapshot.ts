import type { Snapshot } from '@clientele/core'
import {
  computed,
  getCurrentInstance,
  getCurrentScope,
  inject,
  type MaybeRef,
  onMounted,
  onScopeDispose,
  type Ref,
  shallowRef,
  ssrContextKey,
  unref,
} from 'vue'
import { useClientele } from './use-clientele.ts'

/**
 * What all composables are made of: one part of the snapshot, and a slice of that part. The selector runs again only for
 * another part, or when something reactive that it reads has changed, and its slice is kept while `equalityFn` calls the
 * next one equal. (Before Vue 3.4 readers of an equal slice render all the same: computed values did not compare.)
 */
export const useSnapshot = <Part, Slice>(
  pick: (snapshot: Snapshot) => Part,
  selector: MaybeRef<(part: Part) => Slice>,
  equalityFn: (a: Slice, b: Slice) => boolean = Object.is,
): Readonly<Ref<Slice>> => {
  const { snapshots } = useClientele()
  const onServer = inject(ssrContextKey, null)
  // Only a component that takes over what a server rendered has an element before it was mounted.
  const hydrating = getCurrentInstance()?.vnode.el
  const part = shallowRef(pick(onServer || hydrating ? snapshots.getInitial() : snapshots.get()))
  const follow = () => {
    const update = () => {
      part.value = pick(snapshots.get())
    }
    update()
    onScopeDispose(snapshots.subscribe(update))
  }
  if (hydrating) onMounted(follow)
  // Where nothing would end a subscription (a server, a route guard), the value stays as it was at the call.
  else if (!onServer && getCurrentScope()) follow()

  let kept: { readonly slice: Slice } | undefined
  return computed(() => {
    const slice = unref(selector)(part.value)
    if (!kept || !equalityFn(kept.slice, slice)) kept = { slice }
    return kept.slice
  })
}
