import type { Session, Snapshot } from '@clientele/core'
import type { Ref } from 'vue'
import { useSnapshot } from './use-snapshot.ts'

const pickSessions = ({ client }: Snapshot) => client?.sessions
const whole = (sessions: readonly Session[] | undefined) => sessions

/**
 * All sessions of this client, in its order; `undefined` not known yet. Those that have ended are
 * among them until they are removed.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const sessions = useSessions()
 * // <li v-for="{ id, user } in sessions" :key="id">{{ user?.fullName }}</li>
 */
export const useSessions = (): Readonly<Ref<readonly Session[] | undefined>> =>
  useSnapshot(pickSessions, whole)
