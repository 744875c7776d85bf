import type { CannedResponse } from '../../http/canned-response.ts'
import type { Incoming } from '../../http/incoming.ts'
import type { HandledResponse } from '../handled-response.ts'
import type { Network } from '../network.ts'

/** A request on its way to the Frontend API. */
export interface FaultContext extends Network {
  readonly incoming: Incoming
  /** The one who asks hung up. */
  readonly signal: AbortSignal
  /** What others do just before it arrives. */
  readonly beforeHandle: readonly (() => void)[]
  /** What is answered instead of the Frontend API; `null` while it answers itself. */
  readonly cannedResponse: CannedResponse | null
}

/** Lets a request pass on, changed or not. */
export type Next = (
  changes?: Partial<Pick<FaultContext, 'beforeHandle' | 'cannedResponse'>>,
) => Promise<HandledResponse>
