import type { Incoming } from '../../http/incoming.ts'
import type { Instance } from '../../model/instance.ts'
import type { Answered } from '../handler.ts'

/** What is answered instead of the Frontend API. */
export interface Substitute {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A request on its way to the Frontend API. */
export interface Passage {
  readonly instance: Instance
  readonly incoming: Incoming
  /** The one who asks hung up. */
  readonly signal: AbortSignal
  /** What others do just before it arrives. */
  readonly arriving: readonly (() => void)[]
  readonly substitute: Substitute | null
}

/** Lets a request pass on, changed or not. */
export type Next = (changes?: Partial<Passage>) => Promise<Answered>
