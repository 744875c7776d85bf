import { account } from '@clientele/core/account'
import { store } from './store.ts'

const own = store.use(account())

// #region all
export const addAuthenticator = (askForPassword: () => Promise<string>) =>
  own.withReverification(() => own.createTotp(), {
    // Resolving means that it was proved, and rejecting gives the action up.
    onNeedsReverification: async ({ level }) => {
      await own.startVerification({ level })
      const password = await askForPassword()
      await own.attemptFirstFactorVerification({ strategy: 'password', password })
    },
  })
// #endregion all
