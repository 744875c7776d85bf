import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** The real browser without a window that this run has. Closing it closes the profiles of it. */
export const openBrowser = (): Promise<Browser> => chromium.connect(inject('browserEndpoint'))

/**
 * A browser profile of its own, with no cookies. Waiting for something that never comes fails after
 * 15 s.
 */
export const newProfile = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale: 'en-GB' })
  context.setDefaultTimeout(15_000)
  return context
}
