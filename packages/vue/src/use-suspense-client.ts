import type { Client } from '@clientele/core'
import { missingState, whenLoaded } from '@clientele/core/when-loaded'
import { computed, type MaybeRef, onScopeDispose, type Ref, unref } from 'vue'
import { useClient } from './use-client.ts'
import { useClienteleStore } from './use-clientele-store.ts'

const whole = (client: Client): unknown => client

// No selector can give this.
const unknown = Symbol('unknown')

/**
 * The client, or a slice of it, once it is known: for an `async setup()` below a `<Suspense>`.
 * Loads the client if nobody else does, and waits no longer than `loadTimeout`.
 *
 * @throws ClienteleError (a rejection, which `onErrorCaptured` above gets), when the server refuses
 * or could not be reached in time.
 * @throws TypeError outside of `setup`, in an app that does not use the plugin, or on a server
 * whose store has no `initialState`.
 * @example
 * const client = await useSuspenseClient()
 * // <p>{{ client.signedInSessions.length }} signed in</p>
 */
export function useSuspenseClient(): Promise<Readonly<Ref<Client>>>
/**
 * A slice of the client, once that is known.
 *
 * @param selector may use props and other reactive values, and runs again when they change; it may
 * itself be a ref. It is never called without a client.
 * @param equalityFn says which slices are equal when the selector builds a new object each time;
 * `Object.is` if left out.
 */
export function useSuspenseClient<Slice>(
  selector: MaybeRef<(client: Client) => Slice>,
  equalityFn?: (a: Slice, b: Slice) => boolean,
): Promise<Readonly<Ref<Slice>>>
export async function useSuspenseClient(
  selector: MaybeRef<(client: Client) => unknown> = whole,
  equalityFn: (a: unknown, b: unknown) => boolean = Object.is,
): Promise<Readonly<Ref<unknown>>> {
  // All of this before the first await: after it Vue no longer knows whose setup this is.
  const clientele = useClienteleStore()
  const slice = useClient(
    computed(() => {
      const select = unref(selector)
      return (client: Client | undefined) => (client ? select(client) : unknown)
    }),
    (a, b) => a === b || (a !== unknown && b !== unknown && equalityFn(a, b)),
  )
  let isLeft = false
  onScopeDispose(() => {
    isLeft = true
  })
  const assertState = (isBegun: boolean) => {
    const missing = missingState(clientele, isBegun)
    if (missing) throw missing
  }
  assertState(false)
  try {
    await whenLoaded(clientele)
  } catch (error) {
    if (!isLeft) throw error
  }
  // Nobody waits any more, and nothing may run on for a component that is gone.
  if (isLeft) return new Promise(() => {})
  assertState(slice.value === unknown)
  return slice
}
