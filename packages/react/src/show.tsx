import type { PendingOptions, Snapshot } from '@clientele/core'
import type { ReactNode } from 'react'
import { toSignedIn } from './to-signed-in.ts'
import { useSnapshot } from './use-snapshot.ts'

/**
 * What may be waited for. More than one can be true at a time: what is shown while `degraded` is
 * the last known.
 */
export type ShowWhen = 'loading' | 'signed-in' | 'signed-out' | 'degraded'

/** What decides, with a pending session already taken for what it counts as. */
type Facts = Pick<Snapshot, 'session' | 'status'>

const isTrue: Readonly<Record<ShowWhen, (facts: Facts) => boolean>> = {
  // A refusal for good is no loading: nothing would end it.
  loading: ({ session, status }) => session === undefined && status !== 'failed',
  'signed-in': ({ session }) => !!session,
  'signed-out': ({ session }) => session === null,
  degraded: ({ status }) => status === 'degraded',
}

/** What is shown, and when. */
export interface ShowProps extends PendingOptions {
  /** `signed-in`, `signed-out`, what must be allowed, or a function that decides. */
  readonly when: ShowWhen
  /** Shown while it is not true. */
  readonly fallback?: ReactNode
  /** Shown while it is true. */
  readonly children?: ReactNode
}

const whole = (snapshot: Snapshot) => snapshot

/**
 * Shows its children while something is true. A session with tasks still to do is not signed in,
 * unless `treatPendingAsSignedOut` is false. It hides and does not protect: that is what the server
 * is for.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * <Show when="loading">Loading…</Show>
 * <Show when="signed-in"><Account /></Show>
 * <Show when="signed-out"><SignIn /></Show>
 */
export const Show = ({
  when,
  fallback = null,
  children,
  treatPendingAsSignedOut,
}: ShowProps): ReactNode => {
  const isShown = ({ session, status }: Snapshot) =>
    isTrue[when]({ session: toSignedIn(session, { treatPendingAsSignedOut }), status })
  return useSnapshot(whole, isShown) ? children : fallback
}
