import type { Snapshot, Status } from '@clientele/core'
import { useSnapshot } from './use-snapshot.ts'

const pickStatus = ({ status }: Snapshot) => status
const whole = (status: Status) => status

/**
 * How the store stands with the server: `idle`, `loading`, `ready`, `degraded` (data is the last
 * known) or `failed`.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const status = useStatus()
 * return status === 'degraded' ? <p>Connection lost, trying again…</p> : null
 */
export const useStatus = (): Status => useSnapshot(pickStatus, whole)
