import type { Kernel } from '../kernel.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'

/** The part of `sessionStorage` that is used. */
export interface PinStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

export interface PinOptions {
  /** `sessionStorage` when not set, which each tab has for itself. */
  readonly storage?: PinStorage | undefined
}

/**
 * Beside `tabs({ activeSession: 'tab' })`: remembers this tab's session, by its id, and begins with
 * it after a reload; with nobody else, should it have ended.
 *
 * @example
 * createClientele({ publishableKey, modules: [tabs({ activeSession: 'tab' }), pin()] })
 */
export const pin =
  ({ storage: given }: PinOptions = {}) =>
  (kernel: Kernel): void => {
    const key = `clientele ${kernel.instance.publishableKey} session`
    const guarded = <Result>(work: (storage: PinStorage) => Result): Result | undefined => {
      try {
        const storage = given ?? globalThis.sessionStorage
        return storage && work(storage)
      } catch (error) {
        kernel.onError(error)
        return undefined
      }
    }
    const choose = kernel.selectInitialSessionId
    kernel.selectInitialSessionId = state => {
      const pinned = guarded(storage => storage.getItem(key)) ?? undefined
      if (pinned === undefined) return choose(state)
      return isSignedIn(selectSession(state, pinned)) ? pinned : null
    }
    const remember = (id: string | null) => guarded(storage => storage.setItem(key, id ?? ''))
    kernel.onDispose(kernel.store.subscribe(({ sessions }) => sessions.activeId, remember))
  }
