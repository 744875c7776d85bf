import type { TimelineEvent } from '@clientele/core/timeline'
import { describe } from '../data/wording.ts'

export const kinds = ['intent', 'request', 'answer', 'failure', 'transition'] as const

export interface Filter {
  readonly text: string
  readonly hidden: ReadonlySet<string>
}

/** Those of the kinds that are shown, with the text in their line. */
export const filterEvents = (
  events: readonly TimelineEvent[],
  { text, hidden }: Filter,
): readonly TimelineEvent[] => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '' && hidden.size === 0) return events
  return events.filter(
    event =>
      !hidden.has(event.kind) && (wanted === '' || describe(event).toLowerCase().includes(wanted)),
  )
}
