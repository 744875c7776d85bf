import type { ClienteleStore, User } from '@clientele/core'
import { element } from './element.ts'

export const nameOf = ({ fullName, primaryEmailAddress, username, id }: User) =>
  fullName ?? primaryEmailAddress?.emailAddress ?? username ?? id

/** Who is signed in on this device: switch, add, sign out. */
export const createAccountMenu = (store: ClienteleStore): HTMLElement => {
  const name = element('span', {})
  const avatar = element('span', { className: 'avatar', ariaHidden: 'true' })
  const opener = element('button', { type: 'button', className: 'menu-button' }, avatar, name)
  const menu = element('nav', {
    id: 'accounts',
    className: 'menu',
    popover: 'auto',
    ariaLabel: 'Accounts',
  })
  opener.popoverTargetElement = menu
  const item = (text: string, act: () => unknown) =>
    element(
      'button',
      { type: 'button', popoverTargetElement: menu, popoverTargetAction: 'hide', onclick: act },
      text,
    )

  let shown = ''
  const render = () => {
    const { client, session, user } = store
    const sessions = client?.signedInSessions ?? []
    const names = sessions.map(({ id, user }) => `${id} ${nameOf(user)}`).join()
    // What has the focus stays where nothing else is to be shown.
    if (shown === `${session?.id} ${names}`) return
    shown = `${session?.id} ${names}`
    opener.hidden = sessions.length === 0
    name.textContent = user ? nameOf(user) : 'Choose an account'
    avatar.textContent = name.textContent.charAt(0).toUpperCase()
    const others = sessions.filter(({ id }) => id !== session?.id)
    menu.replaceChildren(
      ...others.map(({ id, user }) =>
        item(`Switch to ${nameOf(user)}`, () => store.setActive({ session: id })),
      ),
      item('Add account', () => location.assign('#sign-in')),
      ...(session ? [item('Sign out', () => store.signOut({ sessionId: session.id }))] : []),
      ...(others[0] ? [item('Sign out of all accounts', () => store.signOut())] : []),
    )
  }
  render()
  store.subscribe(render)
  return element('div', {}, opener, menu)
}
