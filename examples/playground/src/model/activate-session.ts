import type { ClienteleStore, SignInNext, SignUpNext } from '@clientele/core'

/** Enters, when an attempt has nothing left to do. @returns what it needs next, in a word */
export const activateSession = async <Next extends SignInNext | SignUpNext>(
  store: ClienteleStore,
  next: Next,
  onSignedIn: () => void,
): Promise<Next['kind']> => {
  if (next.kind === 'complete' && next.sessionId) {
    await store.setActive({ session: next.sessionId })
    onSignedIn()
  }
  return next.kind
}
