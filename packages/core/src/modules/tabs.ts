import { flushRevocations } from '../actions/revoke-sessions.ts'
import type { Kernel } from '../kernel.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import { setActiveSession, setRevoking } from '../slices/sessions.ts'
import type { State } from '../state.ts'
import type { Recipe } from '../store.ts'
import { parseToken } from '../tokens/jwt.ts'
import { createCatchUp } from './catch-up.ts'
import { currentPage, type Page } from './page.ts'
import { type Channel, openChannel, type TabMessage } from './tab-messages.ts'

export type { Page } from './page.ts'
export type { Channel } from './tab-messages.ts'

export interface TabsOptions {
  /** `shared`, the default: `setActive` in one tab is followed by all. `tab`: each has its own; see the module `pin`. */
  readonly activeSession?: 'shared' | 'tab' | undefined
  /** Opens what tabs talk through; a `BroadcastChannel` when not set. Where there is none, a tab is on its own. */
  readonly channel?: ((name: string) => Channel) | undefined
  readonly page?: Page | undefined
}

/** Milliseconds that another tab has to tell the server of a sign-out before this one does. */
const patience = 35_000

const gone = (before: readonly string[], after: readonly string[]): readonly string[] =>
  before.filter(id => !after.includes(id))

/** What of a transition the other tabs should hear. */
const toMessages = (state: State, before: State, shared: boolean): readonly TabMessage[] => {
  const messages: TabMessage[] = []
  const ended = gone(state.sessions.revoking, before.sessions.revoking)
  const told = gone(before.sessions.revoking, state.sessions.revoking)
  if (ended.length > 0) messages.push({ kind: 'ended', ids: ended })
  if (told.length > 0) messages.push({ kind: 'told', ids: told })
  const { activeId } = state.sessions
  const moved = before.client.known && activeId !== before.sessions.activeId
  // A session that ended is left by every tab of its own accord.
  const chosen = activeId !== null || isSignedIn(selectSession(state, before.sessions.activeId ?? ''))
  if (shared && moved && chosen) messages.push({ kind: 'active', id: activeId })
  return messages
}

/**
 * Keeps the tabs of an origin in step: one makes a token and all have it, a sign-out in one is one in all, and a change
 * at the server by one is read by the others. Tabs of another instance, and messages of any other shape, are not heard.
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
    const { store, tokens, ending, ports, seen, onDispose, onError } = kernel
    const { invalidate, read } = createCatchUp(kernel, page)
    const timers = new Map<string, unknown>()
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
    const commit = (...recipes: Recipe[]) => follow(() => store.commit(...recipes))

    const activate = async (id: string | null) => {
      const known = () => id === null || isSignedIn(selectSession(store.getState(), id))
      if (!known()) await read()
      if (known()) commit(setActiveSession(id))
    }

    /** The tab that signed out tells the server. Should it not live to, this one does. */
    const end = (ids: readonly string[]) => {
      for (const id of ids) ending.add(id)
      seen.body = null
      commit(setRevoking(ids))
      follow(() => tokens.clear(id => isSignedIn(selectSession(store.getState(), id))))
      const takeOver = () => {
        for (const id of ids) ending.delete(id)
        void flushRevocations(kernel)
      }
      for (const id of ids) {
        ports.clock.clearTimeout(timers.get(id))
        timers.set(id, ports.clock.setTimeout(takeOver, patience))
      }
    }
    /** The sessions stay hidden until an answer does not have them: one that is on its way may be from before. */
    const settle = (ids: readonly string[]) => {
      for (const id of ids) ports.clock.clearTimeout(timers.get(id))
      invalidate()
    }
    onDispose(() => {
      for (const timer of timers.values()) ports.clock.clearTimeout(timer)
    })

    const take = ({ sessionId, template, organizationId, jwt }: Extract<TabMessage, { kind: 'token' }>) => {
      const token = parseToken(jwt)
      const ours = token?.sessionId === sessionId && token.organizationId === organizationId
      if (ours && isSignedIn(selectSession(store.getState(), sessionId)))
        follow(() => tokens.seed(sessionId, jwt, template))
    }

    const hear = (message: TabMessage) => {
      switch (message.kind) {
        case 'token':
          return take(message)
        case 'changed':
          return invalidate()
        case 'ended':
          return end(message.ids)
        case 'told':
          return settle(message.ids)
        case 'active':
          if (shared) void activate(message.id)
      }
    }

    const open = () => {
      const name = `clientele ${kernel.instance.publishableKey}`
      if (channel) return channel(name)
      return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
    }
    const post = openChannel(open, hear, onError)
    onDispose(post.close)

    const { send } = kernel
    kernel.send = async request => {
      const answer = await send(request)
      const changes = request.method !== 'GET' && !request.path.includes('/tokens') && request.body?.intent !== 'focus'
      if (changes && answer.status < 400) post({ kind: 'changed' })
      return answer
    }
    const tell = (state: State, before: State) => {
      if (!hearing) for (const message of toMessages(state, before, shared)) post(message)
    }
    onDispose(store.subscribe(tell))
    onDispose(
      tokens.onWrite(({ sessionId, template, organizationId }, jwt) => {
        if (!hearing) post({ kind: 'token', sessionId, template, organizationId, jwt })
      }),
    )
  }
}
