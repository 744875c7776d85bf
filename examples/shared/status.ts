import type { Status } from '@clientele/core'

/** What to say about a status; nothing while all is well. */
export const describeStatus = (status: Status, isClientKnown: boolean): string => {
  if (status === 'failed') return 'The server refused. Is the publishable key that of this server?'
  if (status !== 'degraded') return ''
  return isClientKnown
    ? 'The server cannot be reached. Nobody was signed out: what you see is the last known, and it is tried again.'
    : 'The server cannot be reached, so nothing is known yet. It is tried again by itself.'
}

/** What to say where the sessions would be, while they are not known. */
export const describeWaiting = (status: Status): string =>
  status === 'failed' ? 'The server refused to tell.' : 'Loading…'
