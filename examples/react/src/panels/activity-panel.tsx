import type { ActivityEntry } from '@clientele/example-shared'
import { useHeld } from '../hooks/use-held.ts'
import { usePage } from '../hooks/use-page.ts'
import { Panel } from '../parts/panel.tsx'
import { Scroller } from '../parts/scroller.tsx'

const Call = ({ text, outcome, hasFailed }: ActivityEntry) => (
  <>
    <code>{text}</code>
    <span className={`activity__outcome${hasFailed ? ' activity__outcome--failed' : ''}`}>
      {outcome}
    </span>
  </>
)

const Change = ({ text }: ActivityEntry) => (
  <>
    <span className="activity__change">changed</span>
    <span>{text}</span>
  </>
)

/** What was done and what changed, newest first. */
export const ActivityPanel = () => {
  const { entries, summary } = useHeld(usePage().activity)
  return (
    <Panel id="activity" title="Activity">
      <p className="hint">{summary}</p>
      {entries.length === 0 ? (
        <p className="empty">Nothing has happened yet.</p>
      ) : (
        <Scroller label="Calls and changes, newest first">
          <ol className="activity">
            {entries.map(entry => (
              <li key={entry.id} className="activity__entry">
                {entry.kind === 'call' ? <Call {...entry} /> : <Change {...entry} />}
              </li>
            ))}
          </ol>
        </Scroller>
      )}
    </Panel>
  )
}
