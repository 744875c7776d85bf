import type { Client, Snapshot } from '@clientele/core'
import { useSnapshot } from './use-snapshot.ts'

const pickClient = ({ client }: Snapshot) => client
const whole = (client: Client | undefined): unknown => client

/**
 * The client, or a slice of it. A component renders once for each change of what it reads, and
 * never for equal data.
 *
 * @returns `undefined` until the client is known, which is not the same as signed out.
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const client = useClient()
 * if (!client) return <p>Loading…</p>
 * return <p>{client.signedInSessions.length} signed in</p>
 */
export function useClient(): Client | undefined
/**
 * A slice of the client.
 *
 * @param selector may be written inline, and may use props and state.
 * @param equalityFn says which slices are equal when the selector builds a new object each time;
 * `Object.is` if left out.
 * @example
 * const emails = useClient(
 *   client => client?.sessions.map(({ user }) => user?.primaryEmailAddress?.emailAddress),
 *   (a, b) => a?.join() === b?.join(),
 * )
 */
export function useClient<Slice>(
  selector: (client: Client | undefined) => Slice,
  equalityFn?: (a: Slice, b: Slice) => boolean,
): Slice
export function useClient(
  selector: (client: Client | undefined) => unknown = whole,
  equalityFn?: (a: unknown, b: unknown) => boolean,
): unknown {
  return useSnapshot(pickClient, selector, equalityFn)
}
