import type { Explanation, TimelineEvent } from '@clientele/core/timeline'

const clock = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

/** `14:03:07.120`, in the time zone of the browser. */
export const formatTime = (at: number): string => {
  const date = new Date(at)
  return `${clock.format(date)}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

/** A length of time: `59 s`, `4 min 5 s`, `2 h 0 min`, `3 d 1 h`. */
export const formatDuration = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const units = [
    [86_400, 'd', 3600, 'h'],
    [3600, 'h', 60, 'min'],
    [60, 'min', 1, 's'],
  ] as const
  for (const [size, name, small, smallName] of units) {
    if (seconds < size) continue
    const rest = Math.floor((seconds % size) / small)
    return `${Math.floor(seconds / size)} ${name} ${rest} ${smallName}`
  }
  return `${seconds} s`
}

/** An event in one line. */
export const describe = (event: TimelineEvent): string => {
  switch (event.kind) {
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

/** What somebody threw, in words. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
