import type { ClienteleStore } from '@clientele/core'
import type { TimelineEvent } from '@clientele/core/timeline'
import { formatTime } from './date.ts'

/** An event of the timeline in words. */
export interface HistoryEntry {
  readonly id: number
  readonly time: string
  readonly kind: TimelineEvent['kind']
  /** A line each. */
  readonly lines: readonly string[]
  readonly note: string
}

/** What happened, as `store.explain()` tells it. */
export interface History {
  /** Why nobody is signed in any more; empty while somebody is, or nobody ever was. */
  readonly reason: string
  /** What led to it, oldest first. */
  readonly chain: readonly HistoryEntry[]
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
}

type Wording = Pick<HistoryEntry, 'lines' | 'note'>

const word = (event: TimelineEvent, find: (id: number) => string): Wording => {
  switch (event.kind) {
    case 'intent':
      return { lines: [`${event.attempt}.${event.action}()`], note: '' }
    case 'request':
      return { lines: [`${event.method} ${event.path}`], note: '' }
    case 'answer':
      return {
        lines: [`${event.status} to ${find(event.cause)}`],
        note: `${Math.round(event.ms)} ms`,
      }
    case 'failure':
      return {
        lines: [`${event.code} for ${find(event.cause)}`],
        note: `${Math.round(event.ms)} ms`,
      }
    case 'transition': {
      const by = typeof event.cause === 'number' ? `by answer ${event.cause}` : `in ${event.cause}`
      return { lines: event.changes, note: `${by}, ${event.listenerCount} told` }
    }
  }
}

const most = 60

/** Reads it now: it is bounded, and a newer event may have taken the place of an old one. */
export const readHistory = (store: ClienteleStore): History => {
  const { signedOut, events } = store.explain()
  const find = (id: number) => {
    const request = events.find(event => event.id === id)
    return request?.kind === 'request' ? `${request.method} ${request.path}` : 'a request'
  }
  const toEntry = (event: TimelineEvent): HistoryEntry => ({
    id: event.id,
    time: formatTime(new Date(event.at)),
    kind: event.kind,
    ...word(event, find),
  })
  return {
    reason: signedOut
      ? `Session ${signedOut.sessionId} was left at ${formatTime(new Date(signedOut.at))}: ${signedOut.reason}.`
      : '',
    chain: signedOut?.events.map(toEntry) ?? [],
    entries: events.slice(-most).reverse().map(toEntry),
  }
}

/** The newest event, to tell whether there is anything to read. */
export const newestEvent = (store: ClienteleStore): number => store.explain().events.at(-1)?.id ?? 0
