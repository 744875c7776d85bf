import type { Session, Snapshot } from '@clientele/core'
import { isPasskeySupported } from '@clientele/core/passkeys'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill, setAttributes } from '../dom/element.ts'
import { createKeyedList } from '../dom/keyed-list.ts'
import { createSection } from '../dom/section.ts'
import type { Action } from '../model/action.ts'
import { addPasskey, isSignedIn, sessionActions, signOutOfAll } from '../model/actions.ts'
import { formatDate } from '../model/date.ts'
import { focusHeading } from '../model/focus-heading.ts'
import { nameOfSession } from '../model/names.ts'
import { describeNoSessions } from '../model/status.ts'

const focus = () => focusHeading('sessions')

// A row that goes takes the focus with it, and a keyboard user would begin at the top of the page
// again.
const leave = () => {
  if (document.activeElement === document.body || document.activeElement === null) focus()
}

const createActions = ({ store, act }: App, id: string, name: string) => {
  const { switchTo, touch, reload, end, remove } = sessionActions(store, id)
  const press = (action: Action) => (trigger: HTMLElement) => act(action, { trigger })
  const depart = (action: Action) => (trigger: HTMLElement) =>
    act(action, { trigger }).then(isDone => isDone && leave())
  return {
    switchTo: createButton('Switch to', depart(switchTo), {
      kind: 'primary',
      label: `Switch to ${name}`,
    }),
    others: [
      createButton('Touch', press(touch), { label: `Touch the session of ${name}` }),
      createButton('Reload', press(reload), { label: `Reload the session of ${name}` }),
      createButton('End', depart(end), { label: `End the session of ${name}` }),
      createButton('Remove', depart(remove), {
        kind: 'danger',
        label: `Remove the session of ${name}`,
      }),
    ],
  }
}

const createRow = (app: App, first: Session) => {
  const name = nameOfSession(first)
  const { switchTo, others } = createActions(app, first.id, name)
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
    const isActive = app.store.session?.id === session.id
    setAttributes(node, { 'aria-current': isActive && 'true' })
    switchTo.hidden = isActive || !isSignedIn(session)
    status.className = `badge badge--${isActive ? 'ready' : 'plain'}`
    fill(status, isActive ? `${session.status}, in use` : session.status)
    fill(seen, `last active ${formatDate(session.lastActiveAt)}`)
  }
  return { node, update }
}

/** The sessions on this device. */
export const createSessionsPanel = (app: App): Panel => {
  const { store, act } = app
  const list = element('ul', { class: 'sessions', 'aria-label': 'Sessions on this device' })
  const empty = element('p', { class: 'empty' })
  const signOut = createButton('Sign out of all', trigger =>
    act(signOutOfAll(store), { trigger }).then(isDone => isDone && focus()),
  )
  const passkey = createButton('Add a passkey', trigger => act(addPasskey(store), { trigger }))
  const actions = element('div', { class: 'actions' }, signOut, isPasskeySupported() && passkey)
  const { node } = createSection('sessions', 'Sessions', empty, list, actions)
  const rows = createKeyedList<Session>(
    list,
    ({ id }) => id,
    session => createRow(app, session),
  )
  return {
    node,
    render: ({ client, status }: Snapshot) => {
      const sessions = client?.sessions ?? []
      rows.render(sessions)
      fill(empty, describeNoSessions(status, client !== undefined))
      empty.hidden = sessions.length > 0
      list.hidden = sessions.length === 0
      actions.hidden = sessions.length === 0
      passkey.hidden = !app.store.user
      setAttributes(node, { 'aria-busy': client === undefined && status !== 'failed' && 'true' })
    },
  }
}
