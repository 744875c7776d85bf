import { redirectCallback } from '@clientele/core/redirect-callback'
import { store } from './store.ts'

// #region leave
export const signInWithGoogle = () =>
  store.client?.signIn.authenticateWithRedirect({
    strategy: 'oauth_google',
    redirectUrl: '/sso-callback', // where the provider's answer is handled
    redirectUrlComplete: '/', // where to go when it signed somebody in
  })
// #endregion leave

// #region callback
/** On the page at `/sso-callback`. */
export const handleCallback = async () => {
  await store.load()
  const outcome = await store.use(redirectCallback()).handle()
  switch (outcome.kind) {
    case 'complete':
      return location.replace('/')
    case 'task':
      return location.replace('/tasks')
    case 'continue_sign_up': // the instance asks for more than the provider told
      return location.replace('/sign-up')
    case 'error':
      return location.replace(`/sign-in?error=${outcome.error.code}`)
    default: // a second factor, or another step of the sign-in
      return location.replace('/sign-in')
  }
}
// #endregion callback
