import type { Explanation, TimelineEvent } from '@clientele/core/timeline'
import { formatTime } from '@clientele/views'

/** An event in one line. */
export const describe = (event: TimelineEvent): string => {
  switch (event.kind) {
    case 'intent':
      return `${event.attempt}.${event.action}()`
    case 'request':
      return `${event.method} ${event.path}`
    case 'answer':
      return `${event.status} in ${Math.round(event.ms)} ms`
    case 'failure':
      return `${event.code} after ${Math.round(event.ms)} ms`
    case 'transition':
      return event.changes.join(', ') || 'nothing that is shown'
  }
}

/** Where it came from: the event, or in words. */
export const causeOf = (event: TimelineEvent): number | string | undefined =>
  'cause' in event ? event.cause : undefined

/** Why nobody is signed in, as a sentence; undefined when there is nothing to tell. */
export const sayWhy = ({ signedOut }: Explanation): string | undefined =>
  signedOut
    ? `Session ${signedOut.sessionId} was left at ${formatTime(signedOut.at)}: ${signedOut.reason}.`
    : undefined
