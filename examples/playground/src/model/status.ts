import type { Status } from '@clientele/core'

/** A status in a few words. */
export const statusMeaning: Readonly<Record<Status, string>> = {
  idle: 'not loaded',
  loading: 'loading',
  ready: 'up to date',
  degraded: 'showing what was last known',
  failed: 'refused by the server',
}

/** What to say about the connection; nothing while all is well. */
export const describeTrouble = (
  status: Status,
  isClientKnown: boolean,
  isOnline: boolean,
): string => {
  if (!isOnline)
    return 'You are offline. What you see is what was last known; it catches up by itself.'
  if (status === 'failed') return 'The server refused. Is the publishable key that of this server?'
  if (status !== 'degraded') return ''
  return isClientKnown
    ? 'The server cannot be reached. Nobody was signed out: what you see is the last known, and it is tried again.'
    : 'The server cannot be reached, so nothing is known yet. It is tried again by itself.'
}

/** What to say where the sessions would be. */
export const describeNoSessions = (status: Status, isClientKnown: boolean): string => {
  if (isClientKnown) return 'No sessions on this device yet: sign up or sign in.'
  return status === 'failed' ? 'The server refused to tell.' : 'Loading…'
}
