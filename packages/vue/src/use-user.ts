import type { Snapshot, User } from '@clientele/core'
import type { Ref } from 'vue'
import { useSnapshot } from './use-snapshot.ts'

const pickUser = ({ user }: Snapshot) => user
const whole = (user: User | null | undefined) => user

/**
 * The user of the active session: `undefined` not known yet, `null` signed out.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const user = useUser()
 * // <img v-if="user" :src="user.imageUrl" :alt="user.fullName ?? ''">
 */
export const useUser = (): Readonly<Ref<User | null | undefined>> => useSnapshot(pickUser, whole)
