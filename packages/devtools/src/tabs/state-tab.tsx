import type { ClienteleStore } from '@clientele/core'
import type { TimelineEvent } from '@clientele/core/timeline'
import { formatTime, Tree } from '@clientele/views'
import { useState } from 'preact/hooks'
import { differences } from '../data/difference.ts'
import type { Recorder, State } from '../data/recorder.ts'
import { describe } from '../data/wording.ts'
import { useSubject, useWatched } from '../panel/context.ts'

/** Where one can look: a transition, or 0 for now. */
type Moment = number

/** How many moments are offered until all are asked for: drawing thousands would slow the page. */
const most = 100

const text = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

const Differences = ({ before, after }: { readonly before: State; readonly after: State }) => {
  const list = differences(before, after)
  if (list.length === 0) return <p class="empty">Nothing differs.</p>
  return (
    <table class="differences">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{path}</th>
            <td class="before">{text(before)}</td>
            <td class="after">{text(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const stateAt = (clientele: ClienteleStore, recorder: Recorder, moment: Moment): State =>
  recorder.stateAfter(moment) ?? clientele.store.getState()

interface ChooseProps {
  readonly label: string
  readonly moments: readonly TimelineEvent[]
  readonly value: Moment
  readonly onChoose: (moment: Moment) => void
}

const Choose = ({ label, moments, value, onChoose }: ChooseProps) => (
  <label>
    {label}{' '}
    <select value={value} onChange={event => onChoose(Number(event.currentTarget.value))}>
      <option value={0}>now</option>
      {moments.map(event => (
        <option key={event.id} value={event.id}>
          {event.id} · {formatTime(event.at)} · {describe(event).slice(0, 60)}
        </option>
      ))}
    </select>
  </label>
)

/** The tree of the store, as it is and as it was; the store itself never goes back. */
export const StateTab = () => {
  const { clientele, recorder } = useSubject()
  const events = useWatched(recorder.subscribe, recorder.events)
  const [at, setAt] = useState<Moment>(0)
  const [against, setAgainst] = useState<Moment>(0)
  const [offersAll, setOffersAll] = useState(false)
  const moments = events
    .filter(({ id, kind }) => kind === 'transition' && recorder.stateAfter(id))
    .reverse()
  const offered = offersAll
    ? moments
    : moments.filter(({ id }, index) => index < most || id === at || id === against)
  const state = stateAt(clientele, recorder, at)
  const other = stateAt(clientele, recorder, against)
  return (
    <>
      <div class="tools">
        <Choose label="Look at" moments={offered} value={at} onChoose={setAt} />
        <Choose label="Compare with" moments={offered} value={against} onChoose={setAgainst} />
        {offered.length < moments.length && (
          <button type="button" class="quiet" onClick={() => setOffersAll(true)}>
            Offer all {moments.length} states
          </button>
        )}
      </div>
      {at !== 0 && <p class="hint">A look at what was: the store stays as it is.</p>}
      {at !== against && (
        <section>
          <h2>Differences</h2>
          <Differences
            before={at !== 0 && at < against ? state : other}
            after={at !== 0 && at < against ? other : state}
          />
        </section>
      )}
      <Tree key={at} name="state" value={state} isOpen />
    </>
  )
}
