import type { Source } from '@clientele/core'
import { onScopeDispose, type Ref, shallowRef } from 'vue'

/** What a source of the page holds. */
export const useHeld = <Held>({ get, subscribe }: Source<Held>): Readonly<Ref<Held>> => {
  const held = shallowRef(get())
  onScopeDispose(
    subscribe(() => {
      held.value = get()
    }),
  )
  return held
}
