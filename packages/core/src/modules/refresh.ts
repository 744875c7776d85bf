import { getToken } from '../actions/session/get-token.ts'
import { toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { selectSession } from '../selectors/sessions.ts'
import type { TokenKey } from '../tokens/cache.ts'
import { currentPage, listen, type Page } from './page.ts'

export type { Page } from './page.ts'

export interface RefreshOptions {
  /**
   * The page whose visibility counts; this one when not set. Where there is none, it counts as
   * visible.
   */
  readonly page?: Page | undefined
}

/** Milliseconds before its end at which a token is made anew (section 6.4). */
const lead = 17_000
/** Never more often than this, in ms. */
const shortest = 5000
/** Milliseconds until the next try after a failure that does not say when. */
const patience = 30_000

/** The token that a backend is shown: of the active session, in its organization. */
const selectKey = ({ store }: Kernel): TokenKey | undefined => {
  const state = store.getState()
  const session = selectSession(state, state.sessions.activeId ?? '')
  return (
    session && {
      sessionId: session.id,
      template: '',
      organizationId: session.lastActiveOrganizationId ?? '',
    }
  )
}

/**
 * Makes the active session's token anew shortly before it ends, so that who asks has one at once.
 * One timer at most, and none in a page that nobody sees; nothing depends on it, because
 * `getToken()` never gives out what has expired.
 *
 * @example
 * createClientele({ publishableKey, modules: [refresh()] })
 */
export const refresh =
  ({ page = currentPage() }: RefreshOptions = {}) =>
  (kernel: Kernel): void => {
    const { ports, store, tokens } = kernel
    let timer: unknown
    const wait = (ms: number) => {
      ports.clock.clearTimeout(timer)
      timer = ports.clock.setTimeout(renew, Math.max(shortest, ms))
    }

    const renew = async () => {
      const key = selectKey(kernel)
      if (!key) return
      const left = Math.max(0, tokens.life(tokens.last(key)))
      try {
        // More life than it has: that is a new one, and the old one serves whoever asks meanwhile.
        await getToken(kernel, key.sessionId, { minTtl: left })
      } catch (thrown) {
        if (!kernel.lifetime.aborted && isSeen())
          wait((toClienteleError(thrown).retryAfter ?? 0) * 1000 || patience)
      }
    }

    const isSeen = () => page?.document.visibilityState !== 'hidden'
    const plan = () => {
      ports.clock.clearTimeout(timer)
      const key = selectKey(kernel)
      const life = key ? tokens.life(tokens.last(key)) : Number.NaN
      // Short-lived ones are made anew at half their life.
      if (isSeen() && !Number.isNaN(life)) wait(Math.max(life - lead, life / 2))
    }

    kernel.onDispose(tokens.onWrite(plan))
    kernel.onDispose(store.subscribe(selectActive, plan))
    if (page) kernel.onDispose(listen(page.document, ['visibilitychange'], plan))
    kernel.onDispose(() => ports.clock.clearTimeout(timer))
  }

const selectActive = (state: ReturnType<Kernel['store']['getState']>): string => {
  const session = selectSession(state, state.sessions.activeId ?? '')
  return session ? `${session.id} ${session.lastActiveOrganizationId}` : ''
}
