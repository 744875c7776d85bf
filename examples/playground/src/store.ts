import { createClientele } from '@clientele/core'
import { account } from '@clientele/core/account'
import { browserModules } from '@clientele/core/browser'
import { emailLink } from '@clientele/core/email-link'
import { passkeys } from '@clientele/core/passkeys'
import { redirectCallback } from '@clientele/core/redirect-callback'

export const store = createClientele({
  publishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
  modules: browserModules(),
})

export const links = store.use(emailLink())
export const { authenticate } = store.use(passkeys())
export const { createPasskey } = store.use(account())
const callback = store.use(redirectCallback())

/** Where links and providers lead back to: this page, which then knows from where. */
export const backFrom = (from: 'link' | 'provider') =>
  new URL(`?from=${from}`, location.origin + location.pathname).href

/** Ends what somebody comes back from. Resolves to what is to be said about it. */
export const comeBack = async (): Promise<string> => {
  const query = new URLSearchParams(location.search)
  // What a link brings may be a secret: it leaves the address bar before anything else happens.
  if (location.search) history.replaceState(null, '', location.pathname)
  await store.load()
  if (query.get('from') === 'link') {
    const { kind } = await links.handleVerification(query)
    return kind === 'verified_elsewhere' ? 'That link was for another browser: go on there.' : ''
  }
  if (query.get('from') !== 'provider') return ''
  const outcome = await callback.handle()
  if (outcome.kind === 'continue_sign_up') location.assign('#sign-up')
  return outcome.kind === 'error' ? (outcome.error.longMessage ?? outcome.error.message) : ''
}
