import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core'
import { browserEndpoint } from './shared.ts'

/** The real browser without a window that this run has. Closing it closes what was opened here. */
export const openBrowser = async (): Promise<Browser> => chromium.connect(await browserEndpoint())

/**
 * A browser profile of its own, with no cookies. Waiting for something that never comes fails after
 * 30 s, which is for slow machines.
 */
export const newProfile = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  context.setDefaultTimeout(30_000)
  return context
}
