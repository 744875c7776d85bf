import type { SignedInSession, Snapshot } from '@clientele/core'
import { useSnapshot } from './use-snapshot.ts'

const pickSession = ({ session }: Snapshot) => session
const whole = (session: SignedInSession | null | undefined) => session

/**
 * The active session: `undefined` not known yet, `null` signed out.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const session = useSession()
 * if (session === undefined) return <p>Loading…</p>
 * return session ? <p>Hello {session.user.firstName}</p> : <SignIn />
 */
export const useSession = (): SignedInSession | null | undefined => useSnapshot(pickSession, whole)
