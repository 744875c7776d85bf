import type { Client } from '@clientele/core'
import { clientProperties } from '@clientele/example-shared'
import { element, fill } from './dom/element.ts'
import { createSection } from './dom/section.ts'

const limit = 30

/** Says how a call went. */
type End = (outcome: string, failed?: boolean) => void

/** What was done and what changed, newest first. */
export interface Activity {
  readonly node: HTMLElement
  readonly begin: (label: string) => End
  /** One notification of the store. */
  readonly changed: (client: Client | undefined, previous: Client | undefined) => void
}

const changedProperties = (client: Client, previous: Client): readonly string[] =>
  clientProperties.flatMap(({ name }) =>
    JSON.stringify(client[name]) === JSON.stringify(previous[name]) ? [] : [name],
  )

export const createActivity = (): Activity => {
  const list = element('ol', { class: 'activity', 'aria-label': 'Calls and changes, newest first' })
  const count = element('p', { class: 'hint' })
  const empty = element('p', { class: 'empty' }, 'Nothing has happened yet.')
  const section = createSection('activity', 'Activity', count, empty, list)
  let notifications = 0

  const add = (...children: Parameters<typeof element>[2][]) => {
    const entry = element('li', { class: 'activity__entry' }, ...children)
    empty.remove()
    list.prepend(entry)
    while (list.childElementCount > limit) list.lastElementChild?.remove()
    return entry
  }

  return {
    node: section.node,
    begin: label => {
      const started = performance.now()
      const outcome = element('span', { class: 'activity__outcome' }, '…')
      add(element('code', {}, label), outcome)
      return (text, failed = false) => {
        fill(outcome, `${text} · ${Math.round(performance.now() - started)} ms`)
        if (failed) outcome.classList.add('activity__outcome--failed')
      }
    },
    changed: (client, previous) => {
      notifications += 1
      fill(
        count,
        `${notifications} ${notifications === 1 ? 'notification' : 'notifications'} so far: one for each transition.`,
      )
      const names = client && previous ? changedProperties(client, previous) : ['client']
      add(element('span', { class: 'activity__change' }, 'changed'), element('span', {}, names.join(', ') || 'nothing'))
    },
  }
}
