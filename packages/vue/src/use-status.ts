import type { Snapshot, Status } from '@clientele/core'
import type { Ref } from 'vue'
import { useSnapshot } from './use-snapshot.ts'

const pickStatus = ({ status }: Snapshot) => status
const whole = (status: Status) => status

/**
 * How the store stands with the server: `idle`, `loading`, `ready`, `degraded` (data is the last
 * known) or `failed`.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const status = useStatus()
 * // <p v-if="status === 'degraded'">Connection lost, trying again…</p>
 */
export const useStatus = (): Readonly<Ref<Status>> => useSnapshot(pickStatus, whole)
