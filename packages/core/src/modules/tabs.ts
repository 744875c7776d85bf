import { endSessions, flushRevocations } from '../actions/revoke-sessions.ts'
import { sleep } from '../deadline.ts'
import type { Kernel } from '../kernel.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import { setActiveSession } from '../slices/sessions.ts'
import type { State } from '../state.ts'
import { parseToken } from '../tokens/jwt.ts'
import { createCatchUp } from './catch-up.ts'
import { currentPage, type Page } from './page.ts'
import { type Channel, openChannel, type TabMessages } from './tab-messages.ts'

export type { Page } from './page.ts'
export type { Channel } from './tab-messages.ts'

export interface TabsOptions {
  /**
   * `shared`, the default: `setActive` in one tab is followed by all. `tab`: each has its own; see
   * the module `pin`.
   */
  readonly activeSession?: 'shared' | 'tab' | undefined
  /**
   * Opens what tabs talk through; a `BroadcastChannel` when not set. Where there is none, a tab is
   * on its own.
   */
  readonly channel?: ((name: string) => Channel) | undefined
  readonly page?: Page | undefined
}

/** Milliseconds that another tab has to tell the server of a sign-out before this one does. */
const patience = 35_000

/**
 * Keeps the tabs of an origin in step: one makes a token and all have it, a sign-out in one is one
 * in all, and a change at the server by one is read by the others. Tabs of another instance, and
 * messages of any other shape, are not heard.
 *
 * @throws TypeError for an unknown `activeSession`.
 * @example
 * createClientele({ publishableKey, modules: [tabs()] })
 */
export const tabs = (options: TabsOptions = {}) => {
  const { activeSession = 'shared', page = currentPage(), channel } = options
  if (activeSession !== 'shared' && activeSession !== 'tab')
    throw new TypeError("activeSession must be 'shared' or 'tab'")
  const shared = activeSession === 'shared'
  return (kernel: Kernel): void => {
    const { store, tokens, ending, ports, onDispose, onError } = kernel
    const catchUp = createCatchUp(kernel, page)
    const isKnown = (id: string) => isSignedIn(selectSession(store.getState(), id))
    let hearing = false

    /** Does what another tab said, and tells nobody of it. */
    const follow = (work: () => void) => {
      hearing = true
      kernel.cause = 'another tab'
      try {
        work()
      } finally {
        hearing = false
        kernel.cause = undefined
      }
    }

    const hear: TabMessages = {
      token: (jwt, template) => {
        const { sessionId = '', organizationId = '' } = parseToken(jwt) ?? {}
        if (isKnown(sessionId))
          follow(() => tokens.seed({ sessionId, template, organizationId }, jwt))
      },
      changed: () => void catchUp(),
      // The tab that signed out tells the server. Should it not live to, this one does.
      ended: (...ids) => {
        for (const id of ids) ending.add(id)
        follow(() => endSessions(kernel, ids))
        const takeOver = () => {
          for (const id of ids) ending.delete(id)
          return flushRevocations(kernel)
        }
        sleep(ports.clock, patience, kernel.lifetime).then(takeOver, () => {})
      },
      active: async id => {
        if (!shared) return
        if (id && !isKnown(id)) await catchUp(true)
        if (!id || isKnown(id)) follow(() => store.commit(setActiveSession(id || null)))
      },
    }

    const open = (name: string) =>
      globalThis.BroadcastChannel ? new BroadcastChannel(name) : undefined
    const post = openChannel(
      () => (channel ?? open)(`clientele ${kernel.instance.publishableKey}`),
      hear,
      onError,
    )
    onDispose(post.close)

    const { send } = kernel
    kernel.send = async request => {
      const answer = await send(request)
      const changes =
        request.method !== 'GET' &&
        !request.path.includes('/tokens') &&
        request.body?.intent !== 'focus'
      if (changes && answer.status < 400) post('changed')
      return answer
    }
    const tellOfEnd = (revoking: readonly string[], before: readonly string[]) => {
      const ended = revoking.filter(id => !before.includes(id))
      if (!hearing && ended.length > 0) post('ended', ...ended)
    }
    const tellOfActive = ({ sessions }: State, { sessions: { activeId }, client }: State) => {
      const moved = client.known && sessions.activeId !== activeId
      const id = sessions.activeId ?? ''
      // A session that ended is left by every tab of its own accord.
      if (!hearing && moved && (id || isKnown(activeId ?? ''))) post('active', id)
    }
    onDispose(store.subscribe(({ sessions }) => sessions.revoking, tellOfEnd))
    if (shared) onDispose(store.subscribe(tellOfActive))
    onDispose(
      tokens.onWrite(({ template }, jwt) => {
        if (!hearing) post('token', jwt, template)
      }),
    )
  }
}
