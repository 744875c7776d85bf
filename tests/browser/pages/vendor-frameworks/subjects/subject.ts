import type { Clerk } from '@clerk/clerk-js/no-rhc'

export interface MountOptions {
  readonly publishableKey: string
  readonly proxyUrl: string
  /** Where the file is that the CDN serves. */
  readonly script: string
}

/**
 * Shows who is signed in, by what the library or its adapter tells of it, and gives the SDK once it
 * is loaded.
 */
export type Mount = (root: HTMLElement, options: MountOptions) => Promise<Clerk>

/** What is shown: an address, `signed out`, or `loading` while that is not known. */
export const describeWho = (
  isLoaded: boolean,
  user:
    | {
        readonly primaryEmailAddress: { readonly emailAddress: string } | null
        readonly id: string
      }
    | null
    | undefined,
): string =>
  isLoaded ? (user ? (user.primaryEmailAddress?.emailAddress ?? user.id) : 'signed out') : 'loading'
