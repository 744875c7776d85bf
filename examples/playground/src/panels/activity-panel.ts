import { element, fill } from '../dom/element.ts'
import { createKeyedList } from '../dom/keyed-list.ts'
import { createScroller } from '../dom/scroller.ts'
import { createSection } from '../dom/section.ts'
import type { ActivityEntry } from '../model/activity.ts'
import type { Page } from '../model/page.ts'

const createRow = ({ kind }: ActivityEntry) => {
  const text = element(kind === 'call' ? 'code' : 'span')
  const outcome = element('span', { class: 'activity__outcome' })
  const mark = kind === 'change' && element('span', { class: 'activity__change' }, 'changed')
  const node = element('li', { class: 'activity__entry' }, mark, text, kind === 'call' && outcome)
  const update = (entry: ActivityEntry) => {
    fill(text, entry.text)
    fill(outcome, entry.outcome)
    outcome.classList.toggle('activity__outcome--failed', entry.hasFailed)
  }
  return { node, update }
}

/** What was done and what changed, newest first. */
export const createActivityPanel = ({ activity }: Page): { readonly node: HTMLElement } => {
  const list = element('ol', { class: 'activity' })
  const scroller = createScroller('Calls and changes, newest first', list)
  const summary = element('p', { class: 'hint' })
  const empty = element('p', { class: 'empty' }, 'Nothing has happened yet.')
  const { node } = createSection('activity', 'Activity', summary, empty, scroller)
  const rows = createKeyedList<ActivityEntry>(list, ({ id }) => String(id), createRow)
  const render = () => {
    const log = activity.get()
    empty.hidden = log.entries.length > 0
    scroller.hidden = !empty.hidden
    fill(summary, log.summary)
    rows.render(log.entries)
  }
  render()
  activity.subscribe(render)
  return { node }
}
