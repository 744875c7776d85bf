import type { Clerk } from '@clerk/clerk-js/no-rhc'
import { describeWho, type Mount } from './subject.ts'

/**
 * The file that the CDN serves, by a script element that says what it needs, as the documentation
 * has it.
 */
export const mountCdn: Mount = async (root, { publishableKey, proxyUrl, script }) => {
  const element = document.createElement('script')
  element.src = script
  element.dataset.clerkPublishableKey = publishableKey
  element.dataset.clerkProxyUrl = proxyUrl
  await new Promise((resolve, reject) => {
    element.addEventListener('load', resolve)
    element.addEventListener('error', reject)
    document.head.append(element)
  })
  const { Clerk: clerk } = window as unknown as { Clerk: Clerk } // as: what the file leaves there
  clerk.addListener(({ user }) => root.replaceChildren(describeWho(clerk.loaded, user)))
  await clerk.load({ telemetry: false })
  root.replaceChildren(describeWho(true, clerk.user))
  return clerk
}
