import type { TimelineEvent } from '@clientele/core/timeline'
import { useMemo, useState } from 'preact/hooks'
import { sayWhy } from '../data/wording.ts'
import { useSubject, useWatched } from '../panel/context.ts'
import { TimelineRow } from '../views/timeline-row.tsx'
import { EventDetail } from './event-detail.tsx'
import { type Filter, filterEvents } from './timeline-filter.ts'
import { TimelineTools } from './timeline-tools.tsx'
import { rowHeight, useVirtualList } from './use-virtual-list.ts'

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
}

interface ListProps {
  readonly events: readonly TimelineEvent[]
  readonly selected: number | undefined
  readonly onSelect: (id: number) => void
}

const List = ({ events, selected, onSelect }: ListProps) => {
  const { list, first, last, onScroll, reveal } = useVirtualList(events.length)
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined || events.length === 0) return
    event.preventDefault()
    const at = events.findIndex(({ id }) => id === selected)
    const next = Math.max(0, Math.min(events.length - 1, at < 0 ? events.length - 1 : at + step))
    reveal(next)
    const { id } = events[next] ?? {}
    if (id !== undefined) onSelect(id)
  }
  return (
    <div
      ref={list}
      class="timeline"
      role="listbox"
      tabIndex={0}
      aria-label="Events"
      aria-activedescendant={selected === undefined ? undefined : `event-${selected}`}
      onScroll={onScroll}
      onKeyDown={move}
    >
      <div class="all" style={{ height: `${events.length * rowHeight}px` }}>
        {events.slice(first, last).map((event, index) => (
          <TimelineRow
            key={event.id}
            event={event}
            top={(first + index) * rowHeight}
            isSelected={event.id === selected}
            onSelect={() => onSelect(event.id)}
          />
        ))}
      </div>
    </div>
  )
}

/** What happened: requests, answers, and what changed. */
export const TimelineTab = () => {
  const { recorder } = useSubject()
  const live = useWatched(recorder.subscribe, recorder.events)
  const [imported, setImported] = useState<readonly TimelineEvent[] | undefined>()
  const [filter, setFilter] = useState<Filter>({ text: '', hidden: new Set() })
  const [selected, setSelected] = useState<number | undefined>()
  const all = imported ?? live
  const events = useMemo(() => filterEvents(all, filter), [all, filter])
  const why = imported ? undefined : sayWhy(recorder.explain())
  const event = all.find(({ id }) => id === selected)
  return (
    <div class="fill">
      <TimelineTools
        events={all}
        filter={filter}
        onFilter={setFilter}
        isImported={imported !== undefined}
        onImport={setImported}
      />
      <details class="why">
        <summary>Why am I signed out?</summary>
        <p>{why ?? 'Nobody was signed out since this page began to watch.'}</p>
      </details>
      {events.length === 0 ? (
        <p class="empty">
          {all.length === 0 ? 'Nothing has happened yet.' : 'No event is like that.'}
        </p>
      ) : (
        <List events={events} selected={selected} onSelect={setSelected} />
      )}
      {event && (
        <EventDetail
          event={event}
          events={all}
          onSelect={setSelected}
          onClose={() => setSelected(undefined)}
        />
      )}
    </div>
  )
}
