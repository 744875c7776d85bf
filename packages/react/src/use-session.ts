import type { Session, SignedInSession, Snapshot } from '@clientele/core'
import { useSnapshot } from './use-snapshot.ts'

const whole = (snapshot: Snapshot) => snapshot

/**
 * The active session: `undefined` not known yet, `null` signed out.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const session = useSession()
 * if (session === undefined) return <p>Loading…</p>
 * return session ? <p>Hello {session.user.firstName}</p> : <SignIn />
 */
export function useSession(): SignedInSession | null | undefined
/**
 * One session of this client, signed in or ended: `undefined` not known yet, `null` when the client
 * has no such session.
 *
 * @example
 * const session = useSession(id)
 * return <li>{session?.user?.fullName ?? 'gone'}</li>
 */
export function useSession(id: string): Session | null | undefined
export function useSession(id?: string): Session | null | undefined {
  return useSnapshot(whole, ({ client, session }) =>
    id === undefined
      ? session
      : client && (client.sessions.find(session => session.id === id) ?? null),
  )
}
