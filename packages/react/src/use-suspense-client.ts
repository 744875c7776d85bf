import type { Client, Snapshot } from '@clientele/core'
import { pendingClient } from '@clientele/core/when-loaded'
import { useClienteleStore } from './use-clientele-store.ts'
import { awaited } from './use-owned.ts'
import { useSnapshot } from './use-snapshot.ts'

const pickClient = ({ client }: Snapshot) => client
const whole = (client: Client): unknown => client

// No selector can give this.
const unknown: { readonly slice: unknown } = { slice: undefined }

/**
 * The client, or a slice of it; until it is known the component suspends. Loads the client if
 * nobody else does, and waits no longer than `loadTimeout`: what is shown after that is up to the
 * error boundary.
 *
 * @throws ClienteleError to the boundary, when the server refuses or could not be reached in time.
 * `clientele.load()` tries again; a boundary whose key is `String(useClient(client => !!client))`
 * begins anew as soon as there is an answer.
 * @throws TypeError outside of a `ClienteleProvider`, or on a server whose store has no
 * `initialState`.
 * @example
 * const Account = () => <p>{useSuspenseClient().signedInSessions.length} signed in</p>
 *
 * <Suspense fallback="Loading…"><Account /></Suspense>
 */
export function useSuspenseClient(): Client
/**
 * A slice of the client, once that is known.
 *
 * @param selector may be written inline, and may use props and state; it is never called without a
 * client.
 * @param equalityFn says which slices are equal when the selector builds a new object each time;
 * `Object.is` if left out.
 */
export function useSuspenseClient<Slice>(
  selector: (client: Client) => Slice,
  equalityFn?: (a: Slice, b: Slice) => boolean,
): Slice
export function useSuspenseClient(
  selector: (client: Client) => unknown = whole,
  equalityFn: (a: unknown, b: unknown) => boolean = Object.is,
): unknown {
  const clientele = useClienteleStore()
  const known = useSnapshot(
    pickClient,
    client => (client ? { slice: selector(client) } : unknown),
    (a, b) => a === b || (a !== unknown && b !== unknown && equalityFn(a.slice, b.slice)),
  )
  if (known === unknown) {
    awaited.add(clientele)
    throw pendingClient(clientele)
  }
  return known.slice
}
