import { createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { pin } from '@clientele/core/pin'
import { publishableKey, store } from './store.ts'

// #region switch
/** Who is signed in on this device, and who of them is active. */
export const people = () =>
  (store.client?.signedInSessions ?? []).map(({ id, user }) => ({
    id,
    name: user.fullName ?? user.primaryEmailAddress?.emailAddress,
    isActive: id === store.session?.id,
  }))

export const switchTo = (id: string) => store.setActive({ session: id })
export const signOutOne = (id: string) => store.signOut({ sessionId: id })
export const signOutAll = () => store.signOut()
// #endregion switch

// #region tab
/** Each tab has an active session of its own, which survives its reload. */
export const perTab = createClientele({
  publishableKey,
  modules: [pin(), ...browserModules({ tabs: { activeSession: 'tab' } })],
})
// #endregion tab
