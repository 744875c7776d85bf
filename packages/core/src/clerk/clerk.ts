import type { ClienteleOptions, ClienteleStore } from '../clientele.ts'
import type { HandleRedirectCallbackParams } from './callback.ts'
import type { ClientResource } from './client.ts'
import type { NavigationOptions, RedirectOptions } from './navigation.ts'
import type { PrebuiltUiMethods } from './not-here.ts'
import type { OrganizationResource } from './organization.ts'
import type { SignedInSessionResource } from './session.ts'
import type { SetActive } from './set-active.ts'
import type { UserResource } from './user.ts'
import type { Web3Port } from './web3.ts'

/** How the store stands with the server, in Clerk's words. */
export type ClerkStatus = 'loading' | 'ready' | 'degraded' | 'error'

/** What is shown at one moment: what the hooks of the adapters read. */
export interface ClerkSnapshot {
  readonly status: ClerkStatus
  readonly client: ClientResource | undefined
  readonly session: SignedInSessionResource | null | undefined
  readonly user: UserResource | null | undefined
  readonly organization: OrganizationResource | null | undefined
}

/** What listeners are given. */
export interface Resources {
  client: ClientResource
  session: SignedInSessionResource | null
  user: UserResource | null
  organization: OrganizationResource | null
}

/** Options of `load()`: those that an application with pages of its own uses. */
export type ClerkLoadOptions = NavigationOptions

/** Options of the constructor: those of `load()` too, and those of `createClientele`. */
export interface ClerkOptions extends NavigationOptions, Omit<ClienteleOptions, 'publishableKey'> {
  /** Reaches wallets; what the browser has at `window.ethereum` when not set. */
  web3?: Web3Port | undefined
}

export interface SignOutOptions {
  /** The session to end; left out, all of them. */
  sessionId?: string | undefined
  /** Where to go afterwards; `afterSignOutUrl` when not set. */
  redirectUrl?: string | undefined
}

export type SignOutCallback = () => unknown

export interface SignOut {
  (options?: SignOutOptions): Promise<void>
  (callback?: SignOutCallback, options?: SignOutOptions): Promise<void>
}

export interface HandleEmailLinkVerificationParams {
  /** The page to go to when nothing is left to do. */
  redirectUrlComplete?: string | undefined
  /** The page to go to when steps are left. */
  redirectUrl?: string | undefined
  /** Called when the link was opened in another browser than it was asked for in. */
  onVerifiedOnOtherDevice?: (() => void) | undefined
}

/** Clerk's object over a store: its names, its shapes, live resources. */
export interface Clerk extends PrebuiltUiMethods {
  /** The store behind it, under its own names. */
  readonly clientele: ClienteleStore
  readonly publishableKey: string
  readonly frontendApi: string
  readonly instanceType: 'development' | 'production'
  readonly loaded: boolean
  readonly status: ClerkStatus
  /** True when somebody is signed in and has no tasks left. */
  readonly isSignedIn: boolean
  readonly client: ClientResource | undefined
  readonly session: SignedInSessionResource | null | undefined
  readonly user: UserResource | null | undefined
  readonly organization: OrganizationResource | null | undefined
  /**
   * Makes the client known. Options that were given to the constructor stay where they are not
   * given again.
   *
   * @throws ClienteleError why it is not known within `loadTimeout`; it may still arrive.
   */
  load: (options?: ClerkLoadOptions) => Promise<void>
  setActive: SetActive
  signOut: SignOut
  /** Calls back once the client is known, and once after each change. @returns its undo. */
  addListener: (
    listener: (resources: Resources) => void,
    options?: { skipInitialEmit?: boolean },
  ) => () => void
  /** Calls back with each status. @param options `notify`: also with the present one, at once. */
  on: (
    event: 'status',
    handler: (status: ClerkStatus) => void,
    options?: { notify?: boolean },
  ) => void
  off: (event: 'status', handler: (status: ClerkStatus) => void) => void
  /** Creates an organization with the user as its administrator. */
  createOrganization: (params: {
    name: string
    slug?: string | undefined
  }) => Promise<OrganizationResource>
  navigate: (to: string | undefined, options?: { replace?: boolean }) => Promise<unknown>
  /** The address as it is: no credential ever stands in one. */
  buildUrlWithAuth: (to: string) => string
  buildSignInUrl: (options?: RedirectOptions) => string
  buildSignUpUrl: (options?: RedirectOptions) => string
  /** The page for the task that the session has left; without one, where a sign-in leads. */
  buildTasksUrl: (options?: RedirectOptions) => string
  buildAfterSignInUrl: () => string
  buildAfterSignUpUrl: () => string
  buildAfterSignOutUrl: () => string
  redirectWithAuth: (to: string) => Promise<unknown>
  redirectToSignIn: (options?: RedirectOptions) => Promise<unknown>
  redirectToSignUp: (options?: RedirectOptions) => Promise<unknown>
  redirectToTasks: (options?: RedirectOptions) => Promise<unknown>
  redirectToAfterSignIn: () => Promise<unknown>
  redirectToAfterSignUp: () => Promise<unknown>
  redirectToAfterSignOut: () => Promise<unknown>
  /** For the page that a provider leads back to. */
  handleRedirectCallback: (
    params?: HandleRedirectCallbackParams,
    customNavigate?: (to: string) => unknown,
  ) => Promise<unknown>
  /** For the page that a link of an e-mail leads to. */
  handleEmailLinkVerification: (
    params: HandleEmailLinkVerificationParams,
    customNavigate?: (to: string) => unknown,
  ) => Promise<unknown>
}
