import type { Session, Snapshot } from '@clientele/core'
import { useSnapshot } from './use-snapshot.ts'

const pickSessions = ({ client }: Snapshot) => client?.sessions
const whole = (sessions: readonly Session[] | undefined) => sessions

/**
 * All sessions of this client, in its order; `undefined` not known yet. Those that have ended are
 * among them until they are removed.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const sessions = useSessions()
 * return sessions?.map(({ id, user }) => <li key={id}>{user?.fullName}</li>)
 */
export const useSessions = (): readonly Session[] | undefined => useSnapshot(pickSessions, whole)
