import type { Session, Snapshot } from '@clientele/core'
import { describeWaiting, formatDate, nameOfSession } from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill, setAttributes } from '../dom/element.ts'
import { createKeyedList } from '../dom/keyed-list.ts'
import { createSection } from '../dom/section.ts'
import { needClient } from './need-client.ts'

/** What can be done with one session. It is looked up by its id at the time: snapshots are of the past. */
const createActions = ({ clientele, perform }: App, id: string, name: string, leave: () => void) => {
  const session = () => {
    const found = needClient(clientele).sessions.find(candidate => candidate.id === id)
    if (!found) throw new Error('This client no longer has that session')
    return found
  }
  const status = (after: Session) => after.status
  const act = (verb: 'touch' | 'reload') => (trigger: HTMLElement) =>
    perform({ label: `session.${verb}()`, run: () => session()[verb](), describe: status, trigger })
  const depart = (verb: 'end' | 'remove') => async (trigger: HTMLElement) => {
    if (await perform({ label: `session.${verb}()`, run: () => session()[verb](), describe: status, trigger })) leave()
  }
  const switchTo = (trigger: HTMLElement) =>
    perform({
      label: 'clientele.setActive()',
      run: () => clientele.setActive({ session: id }),
      describe: active => active?.id ?? 'none',
      trigger,
    })
  return {
    switchTo: createButton('Switch to', switchTo, { kind: 'primary', label: `Switch to ${name}` }),
    others: [
      createButton('Touch', act('touch'), { label: `Touch the session of ${name}` }),
      createButton('Reload', act('reload'), { label: `Reload the session of ${name}` }),
      createButton('End', depart('end'), { label: `End the session of ${name}` }),
      createButton('Remove', depart('remove'), { kind: 'danger', label: `Remove the session of ${name}` }),
    ],
  }
}

const createRow = (app: App, first: Session, leave: () => void) => {
  const name = nameOfSession(first)
  const { switchTo, others } = createActions(app, first.id, name, leave)
  const status = element('span', { class: 'badge' })
  const seen = element('span')
  const node = element(
    'li',
    { class: 'session', 'data-session': first.id },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, name.charAt(0).toUpperCase()),
    element(
      'div',
      { class: 'session__who' },
      element('p', { class: 'session__name' }, name, ' ', status),
      element('p', { class: 'hint' }, seen, ' · ', element('code', {}, first.id)),
    ),
    element('div', { class: 'actions' }, switchTo, ...others),
  )
  const update = (session: Session) => {
    const isActive = app.clientele.session?.id === session.id
    setAttributes(node, { 'aria-current': isActive && 'true' })
    const canSwitch = !isActive && (session.status === 'active' || session.status === 'pending')
    setAttributes(switchTo, { 'aria-disabled': !canSwitch && 'true' })
    status.className = `badge badge--${isActive ? 'ready' : 'plain'}`
    fill(status, isActive ? `${session.status}, in use` : session.status)
    fill(seen, `last active ${formatDate(session.lastActiveAt)}`)
  }
  return { node, update }
}

/** The sessions on this device. */
export const createSessionsPanel = (app: App): Panel & { readonly focus: () => void } => {
  const { clientele, perform } = app
  const list = element('ul', { class: 'sessions', 'aria-label': 'Sessions on this device' })
  const empty = element('p', { class: 'empty' })
  const signOut = createButton('Sign out of all', trigger =>
    perform({ label: 'clientele.signOut()', run: () => clientele.signOut(), trigger }).then(focus),
  )
  const actions = element('div', { class: 'actions' }, signOut)
  const { node, heading } = createSection('sessions', 'Sessions', empty, list, actions)
  const focus = () => heading.focus()
  // A row that goes takes the focus with it, and a keyboard user would begin at the top of the page again.
  const leave = () => {
    if (document.activeElement === document.body || document.activeElement === null) focus()
  }
  const rows = createKeyedList<Session>(
    list,
    ({ id }) => id,
    session => createRow(app, session, leave),
  )
  return {
    node,
    focus,
    render: ({ client, status }: Snapshot) => {
      rows.render(client?.sessions ?? [])
      fill(empty, client ? 'No sessions on this device yet: sign up or sign in.' : describeWaiting(status))
      empty.hidden = client !== undefined && client.sessions.length > 0
      actions.hidden = client === undefined || client.sessions.length === 0
      setAttributes(node, { 'aria-busy': client === undefined && status !== 'failed' && 'true' })
    },
  }
}
