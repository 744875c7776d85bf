import type { TimelineEvent } from '@clientele/core/timeline'
import { type Row, RowList } from '@clientele/views'
import { useMemo, useState } from 'preact/hooks'
import { causeOf, describe, sayWhy } from '../data/wording.ts'
import { useSubject, useWatched } from '../panel/context.ts'
import { EventDetail } from './event-detail.tsx'
import { type Filter, filterEvents } from './timeline-filter.ts'
import { TimelineTools } from './timeline-tools.tsx'

const toRow = (event: TimelineEvent): Row => {
  const cause = causeOf(event)
  return {
    ...{ id: event.id, at: event.at, badge: event.kind, tone: event.kind, text: describe(event) },
    hint: typeof cause === 'number' ? `← ${cause}` : cause,
  }
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
        <RowList
          followsEnd
          label="Events"
          items={events}
          toRow={toRow}
          selected={selected}
          onSelect={setSelected}
        />
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
