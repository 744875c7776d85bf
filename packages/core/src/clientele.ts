import { load } from './actions/load.ts'
import { flushRevocations } from './actions/revoke-sessions.ts'
import { getActiveToken } from './actions/session/get-token.ts'
import { setActive } from './actions/set-active.ts'
import { signOut } from './actions/sign-out.ts'
import { assertFunction, assertKnown, assertSubscription } from './arguments.ts'
import type { ClienteleOptions, ClienteleStore, Module } from './clientele-store.ts'
import { guarded } from './guarded.ts'
import { createKernel, type Kernel } from './kernel.ts'
import { rehearse } from './rehearse.ts'
import { isReady } from './selectors/connection.ts'
import { selectInitialSessionId } from './selectors/sessions.ts'
import type { State } from './state.ts'
import type { SelectOptions } from './store.ts'
import type { Client } from './view/client-view.ts'
import { toSignedIn } from './view/identity.ts'
import type { SignedInSession } from './view/session-view.ts'
import { createView, type Snapshot, type View } from './view/snapshot.ts'

const createSelectInitial =
  (
    options: ClienteleOptions,
    view: (state: State) => Snapshot,
    onError: (error: unknown) => void,
  ) =>
  (state: State): string | null => {
    const { client } = view(state)
    const { selectInitialSession: select } = options
    // Not known, or it threw.
    const chosen = client && select && guarded(onError, () => select(client)?.id ?? null)
    return chosen === undefined ? selectInitialSessionId(state) : chosen
  }

/**
 * Selects again only for another client: a selector that makes a new object says nothing of a
 * change of status.
 */
const selectClient = <Slice>(view: View, selector: (client: Client | undefined) => Slice) => {
  // `null` until it selected once. Written into instead of replaced, since ten thousand of them may
  // select at a time.
  let from: Client | undefined | null = null
  let slice: Slice
  return (state: State): Slice => {
    const { client } = view(state)
    if (from !== client) {
      slice = selector(client)
      from = client
    }
    return slice
  }
}

const optionNames =
  'publishableKey, proxyUrl, domain, mode, bearer, fetch, clock, random, storage, navigate, ' +
  'captcha, loadTimeout, initialState, onError, selectInitialSession, modules'

/**
 * Adds a module.
 *
 * @throws TypeError for what is none, such as a module's function that was not called.
 */
const addModule = <Api>(kernel: Kernel, module: Module<Api>): Api => {
  assertFunction('use', module)
  const api = module(kernel)
  // A function that makes a module has no parameter that it needs, and the module has one.
  if (typeof api === 'function' && module.length === 0)
    throw new TypeError(`Call the module: use(${module.name}())`)
  return api
}

/**
 * Creates a store for the `Client` of one instance. Nothing is sent before `load()` or another
 * action.
 *
 * @throws TypeError at once for a wrong option, with a text that names the remedy.
 * @example
 * const clientele = createClientele({ publishableKey: 'pk_test_…' })
 * await clientele.load()
 * clientele.client?.signedInSessions
 */
export const createClientele = (options: ClienteleOptions): ClienteleStore => {
  assertKnown('createClientele', options, optionNames)
  const kernel: Kernel = createKernel(options, state => selectInitial(state))
  const { store } = kernel
  const view = createView(kernel)
  const selectInitial = createSelectInitial(options, view, kernel.onError)
  const initial = view(store.getInitialState())
  const get = () => view(store.getState())

  const watch = <Slice>(
    selector: (snapshot: Snapshot) => Slice,
    listener: (slice: Slice, previous: Slice) => void,
    options?: SelectOptions<Slice>,
  ) => store.subscribe(state => selector(view(state)), listener, options)

  const clientele: ClienteleStore = {
    publishableKey: kernel.instance.publishableKey,
    get status() {
      return get().status
    },
    get client() {
      return get().client
    },
    get session() {
      return get().session
    },
    get user() {
      return get().user
    },
    get isSignedIn() {
      const { identity } = get()
      return identity === undefined ? identity : !!toSignedIn(identity, {})
    },
    get organization() {
      const { session } = get()
      return session && organizationOf(session)
    },
    store: {
      getState: store.getState,
      getInitialState: store.getInitialState,
      subscribe: store.subscribe,
    },
    snapshots: {
      get,
      getInitial: () => initial,
      subscribe: listener =>
        watch(
          snapshot => snapshot,
          () => listener(),
        ),
    },
    load: () => {
      const loading = load(kernel, url =>
        guarded(kernel.onError, () => rehearse(kernel, url)),
      ).then(() => get().client)
      // The status says it too, so that who does not wait need not catch.
      loading.catch(() => {})
      return loading
    },
    subscribe: <Slice>(
      first: (client: Client | undefined, previous?: Client) => unknown,
      listener?: (slice: Slice, previous: Slice) => void,
      options?: SelectOptions<Slice>,
    ) => {
      assertSubscription(first, listener, options)
      return listener
        ? store.subscribe(
            selectClient(view, first as (client: Client | undefined) => Slice),
            listener,
            options,
          ) // as: the overload ties them
        : watch(
            snapshot => snapshot,
            (snapshot, previous) => first(snapshot.client, previous.client),
            { fireImmediately: true, equalityFn: sameResources },
          )
    },
    addListener: (listener, options = {}) => {
      assertFunction('addListener', listener)
      assertKnown('addListener', options, 'skipInitialEmit')
      const notify = ({ client, session = null, user = null }: Snapshot) =>
        client && listener({ client, session, user })
      if (!options.skipInitialEmit) notify(get())
      return watch(snapshot => snapshot, notify, { equalityFn: sameResources })
    },
    setActive: async params => {
      await setActive(kernel, params)
      return get().session ?? null
    },
    signOut: params => signOut(kernel, params),
    getToken: params => getActiveToken(kernel, params),
    use: module => addModule(kernel, module),
    explain: kernel.hooks.explain,
    dispose: () => kernel.dispose(),
  }
  // The server can be reached again: now it hears of sessions that were signed out meanwhile.
  const stop = store.subscribe(isReady, ready => ready && void flushRevocations(kernel))
  kernel.onDispose(stop)
  for (const module of options.modules ?? []) clientele.use(module)
  return clientele
}

/** The organization that a session works under, if any. */
export const organizationOf = ({ user, lastActiveOrganizationId }: SignedInSession) =>
  user.organizationMemberships.find(
    ({ organization }) => organization.id === lastActiveOrganizationId,
  )?.organization ?? null

const sameResources = (a: Snapshot, b: Snapshot): boolean =>
  a.client === b.client && a.session === b.session && a.user === b.user
