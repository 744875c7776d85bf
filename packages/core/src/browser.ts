import { assertKnown } from './arguments.ts'
import type { Module } from './clientele-store.ts'
import { type CookiesOptions, cookies } from './modules/cookies.ts'
import { type LocksOptions, locks } from './modules/locks.ts'
import { type PinOptions, pin } from './modules/pin.ts'
import { type RefreshOptions, refresh } from './modules/refresh.ts'
import { type RevalidateOptions, revalidate } from './modules/revalidate.ts'
import { type TabsOptions, tabs } from './modules/tabs.ts'

/** Which modules a browser app gets, each with its options. */
export interface BrowserOptions {
  /**
   * Each of these: its options, or `false` to leave it out. With `tabs` come `locks`, and `pin`
   * where each tab has its own session.
   */
  readonly tabs?: (TabsOptions & LocksOptions & PinOptions) | false | undefined
  /** Renews tokens before they expire while the page is visible. */
  readonly refresh?: RefreshOptions | false | undefined
  /** Reads the client again on focus or reconnect. */
  readonly revalidate?: RevalidateOptions | false | undefined
  /** Keeps `__session` and `__client_uat` for a server that reads them. */
  readonly cookies?: CookiesOptions | false | undefined
}

/**
 * The modules that an application in a browser wants: tabs in step, the token refreshed in time,
 * the client read again on focus or reconnect, cookies for backends. Each does nothing where
 * there is no page.
 *
 * @example
 * createClientele({ publishableKey, modules: browserModules() })
 */
export const browserModules = (options: BrowserOptions = {}): readonly Module<unknown>[] => {
  assertKnown('browserModules', options, 'tabs, refresh, revalidate, cookies')
  return [
    ...(options.tabs === false ? [] : [tabs(options.tabs), locks(options.tabs)]),
    ...(options.tabs && options.tabs.activeSession === 'tab' ? [pin(options.tabs)] : []),
    ...(options.refresh === false ? [] : [refresh(options.refresh)]),
    ...(options.revalidate === false ? [] : [revalidate(options.revalidate)]),
    ...(options.cookies === false ? [] : [cookies(options.cookies)]),
  ]
}
