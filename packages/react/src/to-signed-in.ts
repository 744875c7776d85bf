import type { PendingOptions, Session } from '@clientele/core'

/** The session, or `null` in place of a pending one that does not count as signed in. */
export const toSignedIn = <Shown extends Pick<Session, 'status'>>(
  session: Shown | null | undefined,
  { treatPendingAsSignedOut = true }: PendingOptions,
): Shown | null | undefined =>
  treatPendingAsSignedOut && session?.status === 'pending' ? null : session
