import { type ClienteleStore, type PendingOptions, toSignedIn } from '@clientele/core'
import { whenLoaded } from '@clientele/core/when-loaded'

/** Where a guard looks, and where it sends people. */
export interface SignedInGuardOptions<To, Location> extends PendingOptions {
  /** Made once, outside of the router; the guard waits until it is loaded. */
  readonly clientele: ClienteleStore
  /** Where somebody goes who is signed out. */
  readonly redirectTo: (to: To) => Location
}

/**
 * A navigation guard for pages that need somebody signed in, as vue-router takes it: `beforeEnter`
 * of a route, or `router.beforeEach`. It waits until the client is known, `loadTimeout` at most,
 * and loads it if nobody else does. A session with tasks still to do is not signed in, unless
 * `treatPendingAsSignedOut` is false.
 *
 * It decides what is shown and protects nothing: that is what the server is for.
 *
 * @returns a guard that resolves to `true` or to what `redirectTo` gave.
 * @throws ClienteleError (the guard rejects, `router.onError` hears of it) when the client is not
 * known in time, or the server refuses: a lost connection signs nobody out.
 * @example
 * const signedIn = createSignedInGuard({
 *   clientele,
 *   redirectTo: (to: RouteLocationNormalized) => ({
 *     path: '/sign-in',
 *     query: { redirect: to.fullPath },
 *   }),
 * })
 * const routes = [{ path: '/account', component: Account, beforeEnter: signedIn }]
 */
export const createSignedInGuard =
  <To, Location>({
    clientele,
    redirectTo,
    treatPendingAsSignedOut,
  }: SignedInGuardOptions<To, Location>): ((to: To) => Promise<true | Location>) =>
  async to => {
    await whenLoaded(clientele)
    const { identity } = clientele.snapshots.get()
    return toSignedIn(identity, { treatPendingAsSignedOut }) ? true : redirectTo(to)
  }
