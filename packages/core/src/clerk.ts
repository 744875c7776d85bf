import { type Clientele, type ClienteleOptions, createClientele } from './clientele.ts'

/** Options of Clerk's constructor: the publishable key stands before them. */
export type ClerkOptions = Omit<ClienteleOptions, 'publishableKey'>

/** Clerk's constructor spelling. */
export interface ClerkConstructor {
  new (publishableKey: string, options?: ClerkOptions): Clientele
}

const construct = function construct(publishableKey: string, options?: ClerkOptions): Clientele {
  return createClientele({ ...options, publishableKey })
}

/**
 * The same store under Clerk's name, so that code ports by changing an import.
 *
 * @example
 * const clerk = new Clerk(publishableKey)
 * await clerk.load()
 * clerk.client
 */
// as: a function that returns an object may be called with `new`
export const Clerk = construct as unknown as ClerkConstructor
