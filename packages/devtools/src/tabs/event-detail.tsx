import type { TimelineEvent } from '@clientele/core/timeline'
import { causeOf, describe } from '../data/wording.ts'

interface EventDetailProps {
  readonly event: TimelineEvent
  readonly events: readonly TimelineEvent[]
  readonly onSelect: (id: number) => void
  readonly onClose: () => void
}

/** What an event led from, what it led to, and what changed by it. */
export const EventDetail = ({ event, events, onSelect, onClose }: EventDetailProps) => {
  const cause = causeOf(event)
  const from = events.filter(({ id }) => id === cause)
  const to = events.filter(each => causeOf(each) === event.id)
  const links = (title: string, list: readonly TimelineEvent[]) =>
    list.length > 0 && (
      <div class="row">
        <span class="hint">{title}</span>
        {list.map(each => (
          <button key={each.id} type="button" class="quiet" onClick={() => onSelect(each.id)}>
            {each.id} {describe(each)}
          </button>
        ))}
      </div>
    )
  return (
    <section class="detail" aria-label={`Event ${event.id}`}>
      <div class="row">
        <strong>
          {event.id} · {event.kind}
        </strong>
        <span class="gap" />
        <button type="button" class="quiet" aria-label="Close the event" onClick={onClose}>
          ✕
        </button>
      </div>
      {event.kind === 'transition' ? (
        <>
          <ul>
            {event.changes.map(change => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          <p class="hint">{event.listenerCount} listeners were notified.</p>
        </>
      ) : (
        <p>{describe(event)}</p>
      )}
      {links('Because of', from)}
      {links('Led to', to)}
    </section>
  )
}
