import type { Strategy } from './strategy.ts'

/** A ticket, which a sign-in or a sign-up is begun with: later there is nothing to prove. */
export const ticket: Strategy = {
  name: 'ticket',
  object: 'verification_ticket',
  firstFactor: { strategy: 'ticket', factorsOf: () => [] },
  isOnlyNamedAtSignUp: true,
}
