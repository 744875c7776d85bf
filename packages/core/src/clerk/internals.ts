import type { RedirectOutcome } from '../modules/redirect-callback.ts'
import type { Clerk, ClerkSnapshot } from './clerk.ts'
import type { SignInFutureResource } from './sign-in-future.ts'
import type { SignUpFutureResource } from './sign-up-future.ts'

/** What the adapters need of a `Clerk` beside its members. */
export interface Internals {
  readonly signInFuture: SignInFutureResource
  readonly signUpFuture: SignUpFutureResource
  /** Finishes what a provider began. */
  readonly handleReturn: () => Promise<RedirectOutcome>
  readonly get: () => ClerkSnapshot
  /** What a server rendered with. */
  readonly getInitial: () => ClerkSnapshot
}

const known = new WeakMap<Clerk, Internals>()

export const setInternals = (clerk: Clerk, internals: Internals): void => {
  known.set(clerk, internals)
}

/** @throws TypeError for what is no `Clerk` of this package. */
export const internalsOf = (clerk: Clerk): Internals => {
  const internals = known.get(clerk)
  if (internals) return internals
  throw new TypeError('This is no Clerk of @clientele/core/clerk: make one with new Clerk()')
}
