import type { Session, SignedInSession, Snapshot } from '@clientele/core'
import { type MaybeRefOrGetter, type Ref, toValue } from 'vue'
import { useSnapshot } from './use-snapshot.ts'

const whole = (snapshot: Snapshot) => snapshot

/**
 * The active session: `undefined` not known yet, `null` signed out.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const session = useSession()
 * // <p v-if="session === undefined">Loading…</p>
 * // <p v-else-if="session">Hello {{ session.user.firstName }}</p>
 */
export function useSession(): Readonly<Ref<SignedInSession | null | undefined>>
/**
 * One session of this client, signed in or ended: `undefined` not known yet, `null` when the client
 * has no such session.
 *
 * @param id may be a ref or a getter, and is then followed.
 * @example
 * const session = useSession(() => props.id)
 * // <li>{{ session?.user?.fullName ?? 'gone' }}</li>
 */
export function useSession(id: MaybeRefOrGetter<string>): Readonly<Ref<Session | null | undefined>>
export function useSession(
  id?: MaybeRefOrGetter<string>,
): Readonly<Ref<Session | null | undefined>> {
  return useSnapshot(whole, ({ client, session }) => {
    if (id === undefined) return session
    const wanted = toValue(id)
    return client && (client.sessions.find(({ id }) => id === wanted) ?? null)
  })
}
