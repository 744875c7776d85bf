import type { BrowserContext } from 'playwright-core'
import { createSecretFinder } from '../../../packages/core/tests/support/secret-finder.ts'

/**
 * Learns every secret that the pages of this profile send or are answered from now on.
 *
 * @returns which of them turned up in the address of a request, in a console or in storage, pages
 * still open included.
 */
export const listenForLeaks = (profile: BrowserContext): (() => Promise<readonly string[]>) => {
  const finder = createSecretFinder()
  const answers: Promise<void>[] = []
  profile.on('request', request => {
    // What a page opens is the server's doing: its links are made to be opened.
    if (request.resourceType() === 'fetch') finder.see('URL', request.url())
    finder.keepForm(request.postData() ?? '')
  })
  profile.on('response', response => {
    if (response.request().resourceType() === 'fetch')
      answers.push(response.text().then(finder.keepTokens, () => {}))
  })
  profile.on('console', message => finder.see('console', message.text()))
  return async () => {
    await Promise.all(answers)
    for (const page of profile.pages()) {
      const stored = await page
        .evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
        .catch(() => '')
      finder.see('storage', stored)
    }
    return finder.leaks()
  }
}
