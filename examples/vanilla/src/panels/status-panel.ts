import type { Snapshot, Status } from '@clientele/core'
import { describeStatus, nameOfUser } from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'

const meaning: Readonly<Record<Status, string>> = {
  idle: 'not loaded',
  loading: 'loading',
  ready: 'up to date',
  degraded: 'showing what was last known',
  failed: 'refused by the server',
}

const offline = 'You are offline. What you see is what was last known; it catches up by itself.'

/** Who is signed in, how the connection is, and a banner while it is not well. */
export const createStatusPanel = ({ clientele, perform }: App): Panel => {
  const badge = element('span', { class: 'badge' })
  const user = element('span', { class: 'masthead__user' })
  const text = element('p')
  const retry = createButton('Try now', trigger =>
    perform({ label: 'clientele.load()', run: () => clientele.load(), trigger, describe: () => clientele.status }),
  )
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

  const render = (snapshot: Snapshot) => {
    const { status, client, user: who } = snapshot
    badge.className = `badge badge--${status}`
    fill(badge, status)
    badge.title = meaning[status]
    const why = clientele.explain().signedOut?.because
    fill(user, who === null ? 'Signed out' : who && nameOfUser(who))
    user.title = who === null && why ? `Why: ${why}` : ''
    const trouble = navigator.onLine ? describeStatus(status, client !== undefined) : offline
    fill(text, trouble)
    banner.hidden = trouble === ''
  }
  for (const event of ['online', 'offline']) addEventListener(event, () => render(clientele.snapshots.get()))
  return { node, render }
}
