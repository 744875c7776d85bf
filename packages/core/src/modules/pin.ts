import { assertKnown } from '../arguments.ts'
import { guarded } from '../guarded.ts'
import type { Kernel } from '../kernel.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import { setOwnOrganization } from '../slices/sessions.ts'
import type { State } from '../state.ts'
import { currentPage } from './page.ts'
import { storageKey } from './storage-key.ts'
import { tabOptions } from './tab-options.ts'

/** The part of `sessionStorage` that is used. */
export interface PinStorage {
  /** `null` for what was never kept. */
  getItem(key: string): string | null
  /** Replaces what was kept under the key. */
  setItem(key: string, value: string): void
}

/** Where a tab keeps its session. */
export interface PinOptions {
  /** `sessionStorage` of a page when not set, which each tab has for itself. */
  readonly storage?: PinStorage | undefined
}

/** `<session>`, and where the tab has an organization of its own `<session> <organization>`. */
const toText = ({ sessions: { activeId, organizationIds } }: State): string => {
  const organizationId = activeId === null ? undefined : organizationIds[activeId]
  return organizationId === undefined ? (activeId ?? '') : `${activeId} ${organizationId ?? ''}`
}

/**
 * Sticky session and organization, beside `tabs({ activeSession: 'tab' })`: remembers those of this
 * tab by their ids, and begins with them after a reload; with nobody else, should the session have
 * ended.
 *
 * @example
 * createClientele({ publishableKey, modules: [tabs({ activeSession: 'tab' }), pin()] })
 */
export const pin = (options: PinOptions = {}) => {
  assertKnown('pin', options, tabOptions)
  const { storage: given } = options
  return (kernel: Kernel): void => {
    const { store, hooks, onDispose, onError } = kernel
    const isInert = !given && !currentPage()
    if (isInert) return
    const key = storageKey(kernel.instance.publishableKey, 'session')
    const withStorage = <Result>(work: (storage: PinStorage) => Result): Result | undefined =>
      guarded(onError, () => {
        const storage = given ?? globalThis.sessionStorage
        return storage && work(storage)
      })
    const [sessionId, organizationId] =
      withStorage(storage => storage.getItem(key))?.split(' ') ?? []
    if (sessionId && organizationId !== undefined)
      store.commit(setOwnOrganization(sessionId, organizationId || null))
    hooks.chooseInitialSession((state, otherwise) => {
      if (sessionId === undefined) return otherwise(state)
      return isSignedIn(selectSession(state, sessionId)) ? sessionId : null
    })
    const remember = (text: string) => withStorage(storage => storage.setItem(key, text))
    onDispose(store.subscribe(toText, remember))
  }
}
