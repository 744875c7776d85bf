import type { Clerk, ClerkOptions } from './clerk.ts'
import { createClerk } from './create-clerk.ts'

/** What a provider or a plugin of a framework takes: options of `new Clerk()`, and these. */
export interface ClerkAdapterOptions extends ClerkOptions {
  /** Needed where no `Clerk` is given. */
  readonly publishableKey?: string | undefined
  /** A `Clerk` that was made elsewhere; who made it disposes of it. */
  readonly Clerk?: Clerk | undefined
  /** There is no prebuilt UI to fetch; taken so that code moves in as it is. */
  readonly prefetchUI?: boolean | undefined
  /** Nothing is ever reported; taken likewise. */
  readonly telemetry?: false | { readonly disabled?: boolean } | undefined
}

/** The `Clerk` that was given, or a new one. @throws TypeError for a wrong option, by name. */
export const openClerk = ({
  publishableKey = '',
  Clerk: given,
  prefetchUI: _,
  telemetry: __,
  ...options
}: ClerkAdapterOptions): Clerk => given ?? createClerk(publishableKey, options)
