import { Clerk } from '@clerk/clerk-js/no-rhc'
import { describeWho, type Mount } from './subject.ts'

/** The package, by its constructor. */
export const mountNpm: Mount = async (root, { publishableKey, proxyUrl }) => {
  const clerk = new Clerk(publishableKey, { proxyUrl })
  clerk.addListener(({ user }) => root.replaceChildren(describeWho(clerk.loaded, user)))
  await clerk.load({ telemetry: false })
  root.replaceChildren(describeWho(true, clerk.user))
  return clerk
}
