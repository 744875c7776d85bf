import { isShown, type PendingSessionOptions, type ShowWhen } from '@clientele/core/clerk'
import type { ReactNode } from 'react'
import { useClerk } from './provider.tsx'
import { useClerkSnapshot } from './use-clerk-snapshot.ts'

/** What is shown, and when. */
export interface ShowProps extends PendingSessionOptions {
  /** `signed-in`, `signed-out`, what must be allowed, or a function that decides by `has`. */
  readonly when: ShowWhen
  /** Shown while it is not so, once it is known who is here. */
  readonly fallback?: ReactNode
  /** Shown while it is true. */
  readonly children?: ReactNode
}

/**
 * Shows its children to whom it concerns; nothing until it is known who is here. It hides and does
 * not protect: that is what the server is for.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const Show = ({
  when,
  fallback = null,
  children,
  treatPendingAsSignedOut,
}: ShowProps): ReactNode => {
  const clerk = useClerk()
  const snapshot = useClerkSnapshot()
  if (snapshot.session === undefined) return null
  return isShown(clerk, snapshot, when, { treatPendingAsSignedOut }) ? children : fallback
}

interface Props extends PendingSessionOptions {
  readonly children?: ReactNode
}

/** Shows its children to who is signed in. */
export const SignedIn = (props: Props): ReactNode => <Show {...props} when="signed-in" />

/** Shows its children to who is signed out. */
export const SignedOut = (props: Props): ReactNode => <Show {...props} when="signed-out" />
