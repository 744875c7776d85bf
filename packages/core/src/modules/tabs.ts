import { endSessions, flushRevocations } from '../actions/revoke-sessions.ts'
import { assertKnown } from '../arguments.ts'
import type { Kernel } from '../kernel.ts'
import {
  isSignedIn,
  selectActiveSession,
  selectSession,
  selectUser,
} from '../selectors/sessions.ts'
import { setActiveSession, setOwnOrganization } from '../slices/sessions.ts'
import type { State } from '../state.ts'
import { sleep } from '../time/deadline.ts'
import { parseToken } from '../tokens/jwt.ts'
import { currentPage, type Page } from './page.ts'
import { createReloadWhenVisible } from './reload-when-visible.ts'
import { type Channel, openChannel, type TabMessages } from './tab-messages.ts'
import { tabOptions } from './tab-options.ts'

export type { Page } from './page.ts'
export type { Channel } from './tab-messages.ts'

/** What tabs of one origin share. */
export interface TabsOptions {
  /**
   * `shared`, the default: `setActive` in one tab is followed by all. `tab`: each has its own
   * session and organization; see the module `pin`.
   */
  readonly activeSession?: 'shared' | 'tab' | undefined
  /**
   * Opens what tabs talk through; a `BroadcastChannel` when not set. Where there is none, a tab is
   * on its own.
   */
  readonly channel?: ((name: string) => Channel) | undefined
  /** The page whose tabs these are; this one when not set. */
  readonly page?: Page | undefined
}

/** Milliseconds that another tab has to tell the server of a sign-out before this one does. */
const takeoverDelay = 35_000

const remote = 'another tab'

/** In every tab its own: the organization in which a session was first seen or last chosen here. */
const keepOwnOrganizations = ({ store, hooks, onDispose }: Kernel): void => {
  hooks.onChooseOrganization((id, organizationId) => [setOwnOrganization(id, organizationId)])
  const keep = (state: State) => {
    const session = selectActiveSession(state)
    if (!session) return
    const own = state.sessions.organizationIds[session.id]
    const { organizationMemberships = [] } = selectUser(state, session) ?? {}
    const isMember = organizationMemberships.some(({ organization }) => organization.id === own)
    // Chosen here, and left since.
    const hasLeft = typeof own === 'string' && organizationMemberships.length > 0 && !isMember
    if (own === undefined || hasLeft)
      store.commit(setOwnOrganization(session.id, session.lastActiveOrganizationId))
  }
  onDispose(store.subscribe(keep))
}

/**
 * Keeps the tabs of an origin in step: one makes a token and all have it, a sign-out in one is one
 * in all, and a change at the server by one is read by the others. Tabs of another instance, and
 * messages of any other shape, are ignored. Without a page and without a channel nothing happens.
 *
 * @throws TypeError for an unknown `activeSession`.
 * @example
 * createClientele({ publishableKey, modules: [tabs()] })
 */
export const tabs = (options: TabsOptions = {}) => {
  assertKnown('tabs', options, tabOptions)
  const { activeSession = 'shared', page = currentPage(), channel } = options
  if (activeSession !== 'shared' && activeSession !== 'tab')
    throw new TypeError("activeSession must be 'shared' or 'tab'")
  const shared = activeSession === 'shared'
  return (kernel: Kernel): void => {
    if (!page && !channel) return
    const { store, tokens, revocationsInFlight, ports, onDispose, onError } = kernel
    const reload = createReloadWhenVisible(kernel, page)
    const isKnown = (id: string) => isSignedIn(selectSession(store.getState(), id))
    let isApplyingRemote = false

    /** Does what another tab said, and sends it to nobody. */
    const applyRemote = (work: () => void) => {
      isApplyingRemote = true
      try {
        work()
      } finally {
        isApplyingRemote = false
      }
    }

    const onMessage: TabMessages = {
      tokens: (template, ...jwts) => {
        const given = jwts.flatMap(jwt => {
          const { sessionId = '', organizationId = '' } = parseToken(jwt) ?? {}
          return isKnown(sessionId) ? [{ key: { sessionId, template, organizationId }, jwt }] : []
        })
        applyRemote(() => tokens.seedRemote(given))
      },
      changed: () => void reload(),
      // The tab that signed out tells the server. Should it not live to, this one does.
      ended: (...ids) => {
        for (const id of ids) revocationsInFlight.add(id)
        applyRemote(() => endSessions(kernel, ids, remote))
        const takeOver = () => {
          for (const id of ids) revocationsInFlight.delete(id)
          return flushRevocations(kernel)
        }
        sleep(ports.clock, takeoverDelay, kernel.lifetime).then(takeOver, () => {})
      },
      active: async id => {
        if (!shared) return
        if (id && !isKnown(id)) await reload(true)
        if (!id || isKnown(id))
          applyRemote(() => store.commitFrom(remote, setActiveSession(id || null)))
      },
    }

    const open = (name: string) =>
      globalThis.BroadcastChannel ? new BroadcastChannel(name) : undefined
    const post = openChannel(
      () => (channel ?? open)(`clientele ${kernel.instance.publishableKey}`),
      onMessage,
      onError,
    )
    onDispose(post.close)
    if (!shared) keepOwnOrganizations(kernel)

    kernel.hooks.intercept(async (request, send) => {
      const response = await send(request)
      const changes =
        request.method !== 'GET' &&
        !request.path.includes('/tokens') &&
        request.body?.intent !== 'focus'
      if (changes && response.status < 400) post('changed')
      return response
    })
    const postEnded = (revoking: readonly string[], before: readonly string[]) => {
      const ended = revoking.filter(id => !before.includes(id))
      if (!isApplyingRemote && ended.length > 0) post('ended', ...ended)
    }
    const postActive = ({ sessions }: State, { sessions: { activeId }, client }: State) => {
      const hasMoved = client.loaded && sessions.activeId !== activeId
      const id = sessions.activeId ?? ''
      // A session that ended is left by every tab by itself.
      if (!isApplyingRemote && hasMoved && (id || isKnown(activeId ?? ''))) post('active', id)
    }
    onDispose(store.subscribe(({ sessions }) => sessions.revoking, postEnded))
    if (shared) onDispose(store.subscribe(postActive))
    onDispose(
      tokens.onWrite(written => {
        // Those that come at once are of sessions, and so of one template.
        const template = written[0]?.key.template ?? ''
        if (!isApplyingRemote) post('tokens', template, ...written.map(({ jwt }) => jwt))
      }),
    )
  }
}
