import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { findBrowser } from '../../../scripts/support/find-browser.mjs'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The vendor's SDK believes that a browser under automation is offline.
  '--disable-blink-features=AutomationControlled',
]

/** A real browser without a window. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args: flags })

/**
 * A browser profile of its own, with no cookies. Waiting for something that never comes fails after
 * 15 s.
 */
export const newProfile = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale: 'en-GB' })
  context.setDefaultTimeout(15_000)
  return context
}
