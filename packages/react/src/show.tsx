import { isShown, type PendingOptions, type ShowWhen, type Snapshot } from '@clientele/core'
import type { ReactNode } from 'react'
import { useSnapshot } from './use-snapshot.ts'

/** What is shown, and when. */
export interface ShowProps extends PendingOptions {
  /** What has to be true. */
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
  const options = { treatPendingAsSignedOut }
  return useSnapshot(whole, snapshot => isShown(snapshot, when, options)) ? children : fallback
}
