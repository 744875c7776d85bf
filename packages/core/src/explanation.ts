// What the timeline keeps: names, ids, statuses and times. Nothing that was sent or answered, so
// nothing secret.

interface Event {
  /** Counts up from 1. */
  readonly id: number
  /** Epoch ms. */
  readonly at: number
}

/** One entry of the timeline; none holds a secret. */
export type TimelineEvent = Event &
  /** What is wanted of an attempt in progress, before it is sent: `attemptFirstFactor`. */
  (
    | { readonly kind: 'intent'; readonly attempt: 'signIn' | 'signUp'; readonly action: string }
    | { readonly kind: 'request'; readonly method: string; readonly path: string }
    /** `cause` is the request. */
    | {
        readonly kind: 'answer'
        readonly cause: number
        readonly status: number
        readonly ms: number
      }
    | {
        readonly kind: 'failure'
        readonly cause: number
        readonly code: string
        readonly ms: number
      }
    | {
        readonly kind: 'transition'
        /** The answer that brought it, or in words where it came from. */
        readonly cause: number | string
        /** What differs, a line each, such as `active session: sess_1 → none`. */
        readonly changes: readonly string[]
        /** How many listeners were notified. */
        readonly listenerCount: number
      }
  )

/** Why nobody is signed in (any more). */
export interface SignedOut {
  /** The session that ended. */
  readonly sessionId: string
  /** Epoch ms. */
  readonly at: number
  /** In words. */
  readonly reason: string
  /** Request, answer and transition that led to it, as far as there were any. */
  readonly events: readonly TimelineEvent[]
}

/** What happened, oldest first. Plain JSON. */
export interface Explanation {
  /** The last time that the active session ended, when nothing has taken its place. */
  readonly signedOut: SignedOut | null
  /** Oldest first. */
  readonly events: readonly TimelineEvent[]
}
