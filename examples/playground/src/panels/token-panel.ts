import type { Snapshot } from '@clientele/core'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill, setAttributes } from '../dom/element.ts'
import { createSection } from '../dom/section.ts'
import type { Action } from '../model/action.ts'
import { fetchToken } from '../model/actions.ts'
import { describeNoToken, readTokenLife, type TokenLife } from '../model/token-life.ts'

/**
 * The claims of the last token of the session in use, and how long it still lives. The token itself
 * is never shown.
 */
export const createTokenPanel = ({ store, act }: App): Panel => {
  const countdown = element('p', { class: 'countdown' })
  const meter = element('progress', {
    class: 'meter',
    max: 60,
    value: 0,
    'aria-label': 'Life left',
  })
  const list = element('dl', { class: 'properties' })
  const empty = element('p', { class: 'empty' })
  const life = element('div', { class: 'life' }, countdown, meter)
  const press = (action: Action) => (trigger: HTMLElement) => act(action, { trigger }).then(tick)
  const actions = element(
    'div',
    { class: 'actions' },
    createButton('getToken()', press(fetchToken(store, 'getToken()')), { kind: 'primary' }),
    createButton(
      'getToken({ skipCache })',
      press(fetchToken(store, 'getToken({ skipCache: true })', { skipCache: true })),
    ),
  )
  const { node } = createSection('token', 'Session token', empty, life, list, actions)
  let shown = ''

  const showClaims = ({ claims }: TokenLife) => {
    const text = JSON.stringify(claims)
    if (text === shown) return
    shown = text
    const nodes = claims.flatMap(({ name, text }) => [
      element('dt', {}, element('code', {}, name)),
      element('dd', { 'data-claim': name }, text),
    ])
    list.replaceChildren(...nodes)
  }

  // A token is no part of state, so nothing tells that there is a new one: it is looked at once a
  // second.
  const tick = () => {
    const { session } = store
    const token = readTokenLife(store, Date.now())
    life.hidden = token === undefined
    list.hidden = token === undefined
    empty.hidden = token !== undefined
    actions.hidden = !session
    fill(empty, describeNoToken(session === undefined ? undefined : session !== null))
    if (!token) return
    showClaims(token)
    fill(countdown, token.text)
    setAttributes(meter, { max: token.lifetime, value: Math.min(token.left, token.lifetime) })
  }
  setInterval(tick, 1000)
  return { node, render: (_: Snapshot) => tick() }
}
