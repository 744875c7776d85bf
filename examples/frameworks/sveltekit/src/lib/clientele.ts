import type { ClienteleStore, Source } from '@clientele/core'
import { createContext } from 'svelte'
import { createSubscriber } from 'svelte/reactivity'

export const [useClientele, provideClientele] = createContext<ClienteleStore>()

/** Follows `store.snapshots`, or a form such as `signInForm(store)`. */
export const follow = <Value>({ get, subscribe }: Source<Value>) => {
  const track = createSubscriber(subscribe)
  return {
    get current() {
      track()
      return get()
    },
  }
}
