import type { ClienteleStore, SignInNext, SignUpNext } from '@clientele/core'

/** Enters, when an attempt has nothing left to do. @returns what it needs next, in a word */
export const enter = async <Next extends SignInNext | SignUpNext>(
  clientele: ClienteleStore,
  next: Next,
  onSignedIn: () => void,
): Promise<Next['kind']> => {
  if (next.kind === 'complete' && next.sessionId) {
    await clientele.setActive({ session: next.sessionId })
    onSignedIn()
  }
  return next.kind
}
