import type { Snapshot } from '@clientele/core'
import {
  describeTrouble,
  loadAgain,
  nameOfUser,
  online,
  statusMeaning,
} from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'

/** Who is signed in, how the connection is, and a banner while it is not well. */
export const createStatusPanel = ({ store, act }: App): Panel => {
  const badge = element('span', { class: 'badge' })
  const user = element('span', { class: 'masthead__user' })
  const text = element('p')
  const retry = createButton('Try now', trigger => act(loadAgain(store), { trigger }))
  const banner = element('div', { class: 'notice notice--warning', hidden: true }, text, retry)
  const node = element(
    'header',
    { class: 'masthead' },
    element(
      'div',
      { class: 'masthead__row' },
      element('h1', {}, 'Clientele ', element('small', {}, 'vanilla')),
      user,
      badge,
    ),
    // It is there before it says anything: only then is a change in it read out.
    element('div', { role: 'status' }, banner),
  )

  const render = ({ status, client, user: who }: Snapshot) => {
    badge.className = `badge badge--${status}`
    fill(badge, status)
    badge.title = statusMeaning[status]
    fill(user, who === null ? 'Signed out' : who && nameOfUser(who))
    const trouble = describeTrouble(status, client !== undefined, online.get())
    fill(text, trouble)
    banner.hidden = trouble === ''
  }
  online.subscribe(() => render(store.snapshots.get()))
  return { node, render }
}
