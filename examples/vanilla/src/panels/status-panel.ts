import type { Snapshot, Status } from '@clientele/core'
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

const message = ({ status, error, client }: Snapshot): string => {
  if (!navigator.onLine) return 'You are offline. What you see is what was last known; it catches up by itself.'
  if (status === 'degraded')
    return `The server cannot be reached (${error?.code ?? 'unknown'}). ${client ? 'Nobody was signed out' : 'Nothing is known yet'}; it is tried again by itself.`
  if (status === 'failed') return `The server refused: ${error?.message ?? 'no reason given'}`
  return ''
}

/** Who is signed in, how the connection is, and a banner while it is not well. */
export const createStatusPanel = ({ clientele, perform }: App): Panel => {
  const badge = element('span', { class: 'badge' })
  const user = element('span', { class: 'masthead__user' })
  const text = element('p')
  const retry = createButton('Try now', trigger =>
    perform({ label: 'clientele.load()', run: () => clientele.load(), trigger, describe: () => clientele.status }),
  )
  const banner = element('div', { class: 'notice notice--warning', role: 'status', hidden: true }, text, retry)
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
    banner,
  )

  const render = (snapshot: Snapshot) => {
    const { status, user: who } = snapshot
    badge.className = `badge badge--${status}`
    fill(badge, status)
    badge.title = meaning[status]
    fill(
      user,
      who === undefined
        ? ''
        : who === null
          ? 'Signed out'
          : (who.fullName ?? who.primaryEmailAddress?.emailAddress ?? who.id),
    )
    const trouble = message(snapshot)
    fill(text, trouble)
    banner.hidden = trouble === ''
  }
  for (const event of ['online', 'offline']) addEventListener(event, () => render(clientele.snapshots.get()))
  return { node, render }
}
