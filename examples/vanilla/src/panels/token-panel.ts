import type { GetTokenParams, Snapshot } from '@clientele/core'
import { formatDate } from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill, setAttributes } from '../dom/element.ts'
import { createSection } from '../dom/section.ts'
import { type Claims, readClaims, timeClaim } from '../format/claims.ts'

const times = new Set(['iat', 'exp', 'nbf'])

const readable = (claims: Claims, name: string): string => {
  const ms = times.has(name) ? timeClaim(claims, name) : undefined
  const value = claims[name]
  if (ms !== undefined) return formatDate(new Date(ms))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const left = (claims: Claims, now: number) => {
  const end = timeClaim(claims, 'exp') ?? now
  const begin = timeClaim(claims, 'iat') ?? now
  return {
    seconds: Math.max(0, Math.ceil((end - now) / 1000)),
    lifetime: Math.max(1, Math.round((end - begin) / 1000)),
  }
}

/** The claims of the last token of the session in use, and how long it still lives. The token itself is never shown. */
export const createTokenPanel = ({ clientele, perform }: App): Panel => {
  const countdown = element('p', { class: 'countdown' })
  const meter = element('progress', { class: 'meter', max: 60, value: 0, 'aria-label': 'Life left' })
  const list = element('dl', { class: 'properties' })
  const empty = element('p', { class: 'empty' })
  const life = element('div', { class: 'life' }, countdown, meter)
  const get = (label: string, params: GetTokenParams) => (trigger: HTMLElement) =>
    perform({
      label,
      run: () => clientele.getToken(params),
      describe: token => (token === null ? 'null: signed out' : 'a token'),
      trigger,
    }).then(tick)
  const actions = element(
    'div',
    { class: 'actions' },
    createButton('getToken()', get('clientele.getToken()', {}), { kind: 'primary' }),
    createButton('getToken({ skipCache })', get('clientele.getToken({ skipCache: true })', { skipCache: true })),
  )
  const { node } = createSection('token', 'Session token', empty, life, list, actions)
  let shown: string | undefined

  const showClaims = (claims: Claims | undefined) =>
    list.replaceChildren(
      ...Object.keys(claims ?? {}).flatMap(name => [
        element('dt', {}, element('code', {}, name)),
        element('dd', { 'data-claim': name }, claims && readable(claims, name)),
      ]),
    )

  // A token is no part of state, so nothing tells that there is a new one: it is looked at once a second.
  const tick = () => {
    const { session } = clientele
    const jwt = session?.lastActiveToken?.getRawString()
    const claims = jwt === undefined ? undefined : readClaims(jwt)
    if (jwt !== shown) {
      shown = jwt
      showClaims(claims)
    }
    life.hidden = claims === undefined
    list.hidden = claims === undefined
    empty.hidden = claims !== undefined
    actions.hidden = !session
    fill(empty, session ? 'There is no token at hand: ask for one.' : 'Nobody is signed in, so there is no token.')
    if (!claims) return
    const { seconds, lifetime } = left(claims, Date.now())
    fill(countdown, seconds === 0 ? 'Expired: the next getToken() fetches another.' : `Expires in ${seconds} s`)
    setAttributes(meter, { max: lifetime, value: Math.min(seconds, lifetime) })
  }
  setInterval(tick, 1000)
  return { node, render: (_: Snapshot) => tick() }
}
