import { account } from '@clientele/core/account'
import { isPasskeySupported, passkeys } from '@clientele/core/passkeys'
import { store } from './store.ts'

// #region sign-in
const passkey = store.use(passkeys())

/** Only where it can work: https, a name and not an address, a browser that knows WebAuthn. */
export const isOffered = isPasskeySupported()

export const signInWithPasskey = async () => {
  await passkey.authenticate()
  const { next } = store.client?.signIn ?? {}
  if (next?.kind === 'complete') await store.setActive({ session: next.sessionId })
}
// #endregion sign-in

// #region add
export const addPasskey = () => store.use(account()).createPasskey()
// #endregion add
