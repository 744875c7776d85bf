import type { Snapshot } from '@clientele/core'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { loadAgain } from '../model/actions.ts'
import { nameOfUser } from '../model/names.ts'
import { online } from '../model/online.ts'
import { describeTrouble, statusMeaning } from '../model/status.ts'

const repository = 'https://github.com/clientele-js/clientele/tree/main'

/** Where else to look. `npm start` tells where its pages are. */
const createLinks = () => {
  const { VITE_START_URL: start, VITE_DASHBOARD_URL: dashboard } = import.meta.env
  const source = start ? `${start}source/playground` : `${repository}/examples/playground`
  const links = [
    ['Start page', start],
    ['Dashboard of the emulator', dashboard],
    ['Documentation', `${repository}/docs`],
    ['Source of this page', source],
  ].flatMap(([text, href]) => (href ? [element('a', { href }, text)] : []))
  return element('nav', { class: 'links', 'aria-label': 'Elsewhere' }, ...links)
}

/** What this page is, who is signed in, how the connection is, and a banner while it is not well. */
export const createHeaderPanel = ({ store, act }: App): Panel => {
  const badge = element('span', { class: 'badge' })
  const user = element('span', { class: 'page-header__user' })
  const text = element('p')
  const retry = createButton('Try now', trigger => act(loadAgain(store), { trigger }))
  const banner = element('div', { class: 'notice notice--warning', hidden: true }, text, retry)
  const node = element(
    'header',
    { class: 'page-header' },
    element(
      'div',
      { class: 'page-header__row' },
      element('h1', {}, 'Clientele ', element('small', {}, 'playground')),
      user,
      badge,
    ),
    element(
      'p',
      { class: 'hint' },
      'Every way to sign in and up, and what the store makes of it. First, sign up: the address is ' +
        'made up, and its code is 424242. Then sign in as somebody else beside it, and watch the ' +
        'sessions, the client and the timeline.',
    ),
    createLinks(),
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
