import type { TimelineEvent } from '@clientele/core/timeline'
import { causeOf, describe, formatTime } from '../data/wording.ts'

interface TimelineRowProps {
  readonly event: TimelineEvent
  readonly top: number
  readonly isSelected: boolean
  readonly onSelect: () => void
}

/** An event in one line of the list. */
export const TimelineRow = ({ event, top, isSelected, onSelect }: TimelineRowProps) => {
  const cause = causeOf(event)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, as one of its kind does
    <div
      role="option"
      id={`event-${event.id}`}
      tabIndex={-1}
      aria-selected={isSelected}
      class={`event ${event.kind}`}
      style={{ top: `${top}px` }}
      onClick={onSelect}
    >
      <span class="number">{event.id}</span>
      <time>{formatTime(event.at)}</time>
      <span class="badge">{event.kind}</span>
      <span class="text">{describe(event)}</span>
      {cause !== undefined && (
        <span class="hint">{typeof cause === 'number' ? `← ${cause}` : cause}</span>
      )}
    </div>
  )
}
