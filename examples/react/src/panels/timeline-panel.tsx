import { type History, newestEvent, readHistory } from '@clientele/example-shared'
import { useClienteleStore } from '@clientele/react'
import { useMemo } from 'react'
import { useNow } from '../hooks/use-now.ts'
import { Panel } from '../parts/panel.tsx'
import { Scroller } from '../parts/scroller.tsx'

const Events = ({ entries }: Pick<History, 'entries'>) => (
  <ol className="events">
    {entries.map(({ id, time, kind, lines, note }) => (
      <li key={id} className="event">
        <span className="event__id">{id}</span>
        <span className={`event__kind event__kind--${kind}`}>{kind}</span>
        <div className="event__what">
          {lines.map(line => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <span className="event__note">{[time, note].filter(Boolean).join(' · ')}</span>
      </li>
    ))}
  </ol>
)

/** What was asked, answered and changed, and why nobody is signed in any more. */
export const TimelinePanel = () => {
  const store = useClienteleStore()
  // A request changes nothing in the store, so nothing tells of it: it is looked for once a second.
  useNow()
  const newest = newestEvent(store)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another history when there is a newer event
  const { reason, chain, entries } = useMemo(() => readHistory(store), [store, newest])
  return (
    <Panel id="timeline" title="Timeline">
      {reason && (
        <div className="answer">
          <h3>Why was I signed out?</h3>
          <p>{reason}</p>
          <Events entries={chain} />
        </div>
      )}
      <Scroller label="Events, newest first">
        <Events entries={entries} />
      </Scroller>
    </Panel>
  )
}
