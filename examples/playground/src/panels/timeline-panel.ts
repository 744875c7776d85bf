import type { App, Panel } from '../app.ts'
import { element, fill } from '../dom/element.ts'
import { createKeyedList } from '../dom/keyed-list.ts'
import { createScroller } from '../dom/scroller.ts'
import { createSection } from '../dom/section.ts'
import { type HistoryEntry, newestEvent, readHistory } from '../model/history.ts'

const createRow = ({ id, time, kind, lines, note }: HistoryEntry) => ({
  node: element(
    'li',
    { class: 'event' },
    element('span', { class: 'event__id' }, id),
    element('span', { class: `event__kind event__kind--${kind}` }, kind),
    element('div', { class: 'event__what' }, ...lines.map(line => element('p', {}, line))),
    element('span', { class: 'event__note' }, [time, note].filter(Boolean).join(' · ')),
  ),
  update: () => {},
})

const createEvents = () => {
  const list = element('ol', { class: 'events' })
  return { list, ...createKeyedList<HistoryEntry>(list, ({ id }) => String(id), createRow) }
}

/** What was asked, answered and changed, and why nobody is signed in any more. */
export const createTimelinePanel = ({ store }: App): Panel => {
  const reason = element('p')
  const chain = createEvents()
  const answer = element(
    'div',
    { class: 'answer' },
    element('h3', {}, 'Why was I signed out?'),
    reason,
    chain.list,
  )
  const all = createEvents()
  const { node } = createSection(
    'timeline',
    'Timeline',
    answer,
    createScroller('Events, newest first', all.list),
  )
  let shown = -1

  const render = () => {
    const newest = newestEvent(store)
    if (newest === shown) return
    shown = newest
    const history = readHistory(store)
    answer.hidden = history.reason === ''
    fill(reason, history.reason)
    chain.render(history.chain)
    all.render(history.entries)
  }
  // A request changes nothing in the store, so nothing tells of it: it is looked for once a second.
  setInterval(render, 1000)
  return { node, render }
}
