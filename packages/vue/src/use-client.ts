import type { Client, Snapshot } from '@clientele/core'
import type { MaybeRef, Ref } from 'vue'
import { useSnapshot } from './use-snapshot.ts'

const pickClient = ({ client }: Snapshot) => client
const whole = (client: Client | undefined): unknown => client

/**
 * The client, or a slice of it. A component renders once for each change of what it reads, and
 * never for equal data.
 *
 * @returns a ref: `undefined` until the client is known, which is not the same as signed out.
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const client = useClient()
 * // <p v-if="!client">Loading…</p>
 * // <p v-else>{{ client.signedInSessions.length }} signed in</p>
 */
export function useClient(): Readonly<Ref<Client | undefined>>
/**
 * A slice of the client.
 *
 * @param selector may use props and other reactive values, and runs again when they change; it may
 * itself be a ref.
 * @param equalityFn says which slices are equal when the selector builds a new object each time;
 * `Object.is` if left out.
 * @example
 * const emails = useClient(
 *   client => client?.sessions.map(({ user }) => user?.primaryEmailAddress?.emailAddress),
 *   (a, b) => a?.join() === b?.join(),
 * )
 */
export function useClient<Slice>(
  selector: MaybeRef<(client: Client | undefined) => Slice>,
  equalityFn?: (a: Slice, b: Slice) => boolean,
): Readonly<Ref<Slice>>
export function useClient(
  selector: MaybeRef<(client: Client | undefined) => unknown> = whole,
  equalityFn?: (a: unknown, b: unknown) => boolean,
): Readonly<Ref<unknown>> {
  return useSnapshot(pickClient, selector, equalityFn)
}
