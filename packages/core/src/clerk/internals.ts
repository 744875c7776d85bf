import type { Clerk, ClerkSnapshot } from './clerk.ts'
import type { Context } from './context.ts'
import type { SignInResource } from './sign-in.ts'
import type { SignUpResource } from './sign-up.ts'

/** What the adapters need of a `Clerk` beside its members. */
export interface Internals {
  readonly context: Context
  /** There before the client is. */
  readonly signIn: SignInResource
  /** There before the client is. */
  readonly signUp: SignUpResource
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
