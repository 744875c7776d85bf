import type { Snapshot, User } from '@clientele/core'
import { useSnapshot } from './use-snapshot.ts'

const pickUser = ({ user }: Snapshot) => user
const whole = (user: User | null | undefined) => user

/**
 * The user of the active session: `undefined` not known yet, `null` signed out.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const user = useUser()
 * return user ? <img src={user.imageUrl} alt={user.fullName ?? ''} /> : null
 */
export const useUser = (): User | null | undefined => useSnapshot(pickUser, whole)
