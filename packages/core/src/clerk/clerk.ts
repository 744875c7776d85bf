import type { ClienteleOptions, ClienteleStore } from '../clientele-store.ts'
import type { Identity } from '../view/identity.ts'
import type { HandleRedirectCallbackParams } from './callback.ts'
import type { ClientResource } from './client.ts'
import type { NavigationOptions, RedirectOptions } from './navigation.ts'
import type { PrebuiltUiMethods } from './not-here.ts'
import type { OrganizationResource } from './organization.ts'
import type { SignedInSessionResource } from './session.ts'
import type { SetActive } from './set-active.ts'
import type { UserResource } from './user-resource.ts'
import type { Web3Port } from './web3.ts'

/** How the store stands with the server, in Clerk's words. */
export type ClerkStatus = 'loading' | 'ready' | 'degraded' | 'error'

/** What is shown at one moment: what the hooks of the adapters read. */
export interface ClerkSnapshot {
  /** `loading` until the client is known for the first time. */
  readonly status: ClerkStatus
  /** Undefined while the client is not known. */
  readonly client: ClientResource | undefined
  /** Undefined while the client is not known; `null` when nobody is signed in. */
  readonly session: SignedInSessionResource | null | undefined
  /** Undefined while the client is not known; `null` when nobody is signed in. */
  readonly user: UserResource | null | undefined
  /** Undefined while the client is not known; `null` in the personal account. */
  readonly organization: OrganizationResource | null | undefined
  /** Who is here, by ids: as the session says, or sooner, as the cookies that a server saw. */
  readonly identity: Identity | null | undefined
}

/** What listeners are given. */
export interface Resources {
  /** The same object for the life of a `Clerk`. */
  client: ClientResource
  /** The active one, `pending` included; `null` when nobody is signed in. */
  session: SignedInSessionResource | null
  /** Whose session it is; `null` when nobody is signed in. */
  user: UserResource | null
  /** That of the active session; `null` in the personal account. */
  organization: OrganizationResource | null
}

/** Options of `load()`: those that an application with pages of its own uses. */
export type ClerkLoadOptions = NavigationOptions

/** Options of the constructor: those of `load()` too, and those of `createClientele`. */
export interface ClerkOptions extends NavigationOptions, Omit<ClienteleOptions, 'publishableKey'> {
  /** Reaches wallets; what the browser has at `window.ethereum` when not set. */
  web3?: Web3Port | undefined
}

/** What `signOut` ends, and where it goes then. */
export interface SignOutOptions {
  /** The session to end; left out, all of them. */
  sessionId?: string | undefined
  /** Where to go afterwards; `afterSignOutUrl` when not set. */
  redirectUrl?: string | undefined
}

/** Called after signing out, in place of going to `redirectUrl`. */
export type SignOutCallback = () => unknown

/** Ends one session or all of them, then calls back or leaves for the page after signing out. */
export interface SignOut {
  /** Ends what the options name, then leaves for the page after signing out. */
  (options?: SignOutOptions): Promise<void>
  /** Ends what the options name, then calls back in place of leaving. */
  (callback?: SignOutCallback, options?: SignOutOptions): Promise<void>
}

/** Where the page that a link of an e-mail leads to goes on. */
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
  /** As it was given. */
  readonly publishableKey: string
  /** The host of the Frontend API, without `https://`. */
  readonly frontendApi: string
  /** Told by the key: `pk_test_` or `pk_live_`. */
  readonly instanceType: 'development' | 'production'
  /** True as soon as the client is known, also from a state that was kept. */
  readonly loaded: boolean
  /** `loading` until the client is known, `error` when the API says it never will be. */
  readonly status: ClerkStatus
  /** True when somebody is signed in and has no tasks left. */
  readonly isSignedIn: boolean
  /** Undefined while it is not known; then the same object for good. */
  readonly client: ClientResource | undefined
  /** The active one, `pending` included. Undefined: not known; `null`: nobody is signed in. */
  readonly session: SignedInSessionResource | null | undefined
  /** Whose session is active. Undefined: not known; `null`: nobody is signed in. */
  readonly user: UserResource | null | undefined
  /** That of the active session. Undefined: not known; `null`: the personal account. */
  readonly organization: OrganizationResource | null | undefined
  /** Who is here, by ids: as the session says, or sooner, as the cookies that a server saw. */
  readonly identity: Identity | null | undefined
  /**
   * Makes the client known. Options that were given to the constructor stay where they are not
   * given again.
   *
   * @throws ClienteleError why it is not known within `loadTimeout`; it may still arrive.
   */
  load: (options?: ClerkLoadOptions) => Promise<void>
  /** Chooses the session and the organization that are active. Rejects with `session_not_found`. */
  setActive: SetActive
  /** Ends one session or all of them. What the server cannot be told now, it is told later. */
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
  /** Takes back what `on` was given; nothing happens for one that is not there. */
  off: (event: 'status', handler: (status: ClerkStatus) => void) => void
  /** Creates an organization with the user as its administrator. */
  createOrganization: (params: {
    name: string
    slug?: string | undefined
  }) => Promise<OrganizationResource>
  /** Goes to a page by `routerPush` or `routerReplace`, else by the `navigate` port. */
  navigate: (to: string | undefined, options?: { replace?: boolean }) => Promise<unknown>
  /** The address as it is: no credential ever stands in one. */
  buildUrlWithAuth: (to: string) => string
  /** `signInUrl` with where to come back to; the page of the instance where it is not set. */
  buildSignInUrl: (options?: RedirectOptions) => string
  /** `signUpUrl` with where to come back to; the page of the instance where it is not set. */
  buildSignUpUrl: (options?: RedirectOptions) => string
  /** The page for the task that the session has left; without one, where a sign-in leads. */
  buildTasksUrl: (options?: RedirectOptions) => string
  /** Where the options or the address of this page say to go; `/` when neither does. */
  buildAfterSignInUrl: () => string
  /** Where the options or the address of this page say to go; `/` when neither does. */
  buildAfterSignUpUrl: () => string
  /** `afterSignOutUrl`, made absolute; `/` when it is not set. */
  buildAfterSignOutUrl: () => string
  /** `afterMultiSessionSingleSignOutUrl`; what `buildAfterSignOutUrl` gives when it is not set. */
  buildAfterMultiSessionSingleSignOutUrl: () => string
  /** Goes there; no credential is added. */
  redirectWithAuth: (to: string) => Promise<unknown>
  /** Goes to what `buildSignInUrl` gives. */
  redirectToSignIn: (options?: RedirectOptions) => Promise<unknown>
  /** Goes to what `buildSignUpUrl` gives. */
  redirectToSignUp: (options?: RedirectOptions) => Promise<unknown>
  /** Goes to what `buildTasksUrl` gives. */
  redirectToTasks: (options?: RedirectOptions) => Promise<unknown>
  /** Goes to what `buildAfterSignInUrl` gives. */
  redirectToAfterSignIn: () => Promise<unknown>
  /** Goes to what `buildAfterSignUpUrl` gives. */
  redirectToAfterSignUp: () => Promise<unknown>
  /** Goes to what `buildAfterSignOutUrl` gives. */
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
