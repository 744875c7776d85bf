import { getToken } from '../actions/session/get-token.ts'
import { assertKnown } from '../arguments.ts'
import { toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { selectActiveSession, selectOrganizationId } from '../selectors/sessions.ts'
import type { State } from '../state.ts'
import { startTimer } from '../time/timers.ts'
import type { TokenKey } from '../tokens/cache.ts'
import { currentPage, listen, type Page } from './page.ts'

export type { Page } from './page.ts'

/** When tokens are renewed ahead of time. */
export interface RefreshOptions {
  /** The page whose visibility counts; this one when not set, and nothing happens without one. */
  readonly page?: Page | undefined
}

/** Milliseconds before it expires at which a token is refreshed. */
const refreshLead = 17_000
/** Never more often than this, in ms. */
const shortest = 5000
/** Milliseconds until the next try after a failure that does not say when. */
const retryDelay = 30_000

/** The token that a backend is shown: of the active session, in its organization. */
const selectKey = ({ store }: Kernel): TokenKey | undefined => {
  const state = store.getState()
  const session = selectActiveSession(state)
  return (
    session && {
      sessionId: session.id,
      template: '',
      organizationId: selectOrganizationId(state, session) ?? '',
    }
  )
}

/**
 * Refreshes the active session's token shortly before it expires, so that callers have one at once.
 * One timer at most, and none in a page that nobody sees; nothing depends on it, because
 * `getToken()` never gives out what has expired.
 *
 * @example
 * createClientele({ publishableKey, modules: [refresh()] })
 */
export const refresh = (options: RefreshOptions = {}) => {
  assertKnown('refresh', options, 'page')
  const { page = currentPage() } = options
  return (kernel: Kernel): void => {
    if (!page) return
    const { ports, store, tokens } = kernel
    let cancel = () => {}
    const wait = (ms: number) => {
      cancel()
      cancel = startTimer(ports.clock, Math.max(shortest, ms), renew)
    }

    const renew = async () => {
      const key = selectKey(kernel)
      if (!key) return
      const left = Math.max(0, tokens.remaining(tokens.last(key)))
      try {
        // Valid for longer than it is: that is a new one, and the old one serves callers meanwhile.
        await getToken(kernel, key.sessionId, { minTtl: left })
      } catch (thrown) {
        if (!kernel.lifetime.aborted && isSeen())
          wait((toClienteleError(thrown).retryAfter ?? 0) * 1000 || retryDelay)
      }
    }

    const isSeen = () => page.document.visibilityState !== 'hidden'
    const plan = () => {
      cancel()
      const key = selectKey(kernel)
      const remainingMs = key ? tokens.remaining(tokens.last(key)) : Number.NaN
      // Short-lived ones are refreshed at half of it.
      if (isSeen() && !Number.isNaN(remainingMs))
        wait(Math.max(remainingMs - refreshLead, remainingMs / 2))
    }

    kernel.onDispose(tokens.onWrite(plan))
    kernel.onDispose(store.subscribe(selectActive, plan))
    kernel.onDispose(listen(page.document, ['visibilitychange'], plan))
    kernel.onDispose(() => cancel())
  }
}

const selectActive = (state: State): string => {
  const session = selectActiveSession(state)
  return session ? `${session.id} ${selectOrganizationId(state, session)}` : ''
}
