import type { Source } from '@clientele/core'
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
  watchSyncEffect,
} from 'vue'

/**
 * What all composables are made of: one part of what a source holds, and a slice of that part. The
 * selector runs again only for another part, or when something reactive that it reads has changed,
 * and its slice is kept while `equalityFn` calls the next one equal.
 */
export const useSource = <Value, Part, Slice>(
  source: Source<Value>,
  pick: (value: Value) => Part,
  selector: MaybeRef<(part: Part) => Slice>,
  equalityFn: (a: Slice, b: Slice) => boolean = Object.is,
): Readonly<Ref<Slice>> => {
  const onServer = inject(ssrContextKey, null)
  // Only a component that takes over what a server rendered has an element before it was mounted.
  const hydrating = getCurrentInstance()?.vnode.el
  const part = shallowRef(pick(onServer || hydrating ? source.getInitial() : source.get()))

  let kept: { readonly slice: Slice } | undefined
  const select = () => {
    const slice = unref(selector)(part.value)
    if (!kept || !equalityFn(kept.slice, slice)) kept = { slice }
    return kept
  }
  const latest = shallowRef<typeof kept>()
  const follow = () => {
    const update = () => {
      part.value = pick(source.get())
    }
    update()
    onScopeDispose(source.subscribe(update))
    // Compares at once: before Vue 3.4 a computed value told its readers to render before it knew
    // whether it differs.
    watchSyncEffect(() => {
      try {
        latest.value = select()
      } catch {
        // Asked again by those who still render: this reader may be about to be taken away.
        latest.value = undefined
      }
    })
  }
  if (hydrating) onMounted(follow)
  // Where nothing would end a subscription (a server, a route guard), the value stays as it was at
  // the call.
  else if (!onServer && getCurrentScope()) follow()
  return computed(() => (latest.value ?? select()).slice)
}
