import type { SignedInSession, Snapshot } from '@clientele/core'
import type { Ref } from 'vue'
import { useSnapshot } from './use-snapshot.ts'

const pickSession = ({ session }: Snapshot) => session
const whole = (session: SignedInSession | null | undefined) => session

/**
 * The active session: `undefined` not known yet, `null` signed out.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const session = useSession()
 * // <p v-if="session === undefined">Loading…</p>
 * // <p v-else-if="session">Hello {{ session.user.firstName }}</p>
 */
export const useSession = (): Readonly<Ref<SignedInSession | null | undefined>> => useSnapshot(pickSession, whole)
