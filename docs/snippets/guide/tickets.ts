import { store } from './store.ts'

// #region sign-in
/** A sign-in token that a backend made: `?__clerk_ticket=…` in the address. */
export const signInByTicket = async (ticket: string) => {
  const signIn = await store.client?.signIn.create({ strategy: 'ticket', ticket })
  if (signIn?.next.kind === 'complete') await store.setActive({ session: signIn.next.sessionId })
}
// #endregion sign-in

// #region invitation
/** An invitation: its address counts as verified, and more may be asked for. */
export const signUpByTicket = async (ticket: string, password: string) => {
  const signUp = await store.client?.signUp.create({ strategy: 'ticket', ticket, password })
  if (signUp?.next.kind === 'complete') await store.setActive({ session: signUp.next.sessionId })
}
// #endregion invitation
