import type { Page } from 'playwright-core'

/**
 * Everything that a page complains of from now on: console messages of any kind, errors, and
 * whatever the policy of its server forbade. A page that is well says nothing.
 */
export const listenForComplaints = async (page: Page): Promise<string[]> => {
  const complaints: string[] = []
  page.on('console', message => complaints.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', error => complaints.push(`error: ${error.stack ?? error.message}`))
  await page.exposeFunction('complainOfPolicy', (text: string) =>
    complaints.push(`policy: ${text}`),
  )
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      // as: exposed above
      const { complainOfPolicy } = window as unknown as { complainOfPolicy: (text: string) => void }
      complainOfPolicy(`${violatedDirective} ${blockedURI} ${sample}`)
    })
  })
  return complaints
}
