import { load } from './actions/load.ts'
import { flushRevocations } from './actions/revoke-sessions.ts'
import { type GetTokenParams, getActiveToken } from './actions/session/get-token.ts'
import { type SetActiveParams, setActive } from './actions/set-active.ts'
import { type SignOutParams, signOut } from './actions/sign-out.ts'
import { assertFunction, assertKnown, assertSubscription } from './arguments.ts'
import type { Explanation } from './explanation.ts'
import { guarded } from './guarded.ts'
import { createKernel, type Kernel, type KernelOptions } from './kernel.ts'
import type { OrganizationMembershipRecord } from './records.ts'
import { rehearse } from './rehearse.ts'
import { isReady } from './selectors/connection.ts'
import { selectInitialSessionId } from './selectors/sessions.ts'
import type { State, Status } from './state.ts'
import type { ReadonlyStore, SelectOptions } from './store.ts'
import type { Client } from './view/client-view.ts'
import { toSignedIn } from './view/identity.ts'
import type { SignedInSession } from './view/session-view.ts'
import { createView, type Snapshot, type View } from './view/snapshot.ts'
import type { User } from './view/user-view.ts'

/** A capability beyond the core: a function of the kernel, undone by `kernel.onDispose`. */
export type Module<Api = void> = (kernel: Kernel) => Api

/** What is known of an organization here. */
export type Organization = OrganizationMembershipRecord['organization']

/** How a store is made; all but the key is optional. */
export interface ClienteleOptions extends KernelOptions {
  /** Chooses the session to begin with when the client becomes known; `null` begins signed out. */
  readonly selectInitialSession?:
    | ((client: Client) => { readonly id: string } | null | undefined)
    | undefined
  /** Modules to add at once, in order. */
  readonly modules?: readonly Module<unknown>[] | undefined
}

/** Three functions: all that an adapter to a framework needs. */
export interface Source<Value> {
  /** The same object as long as nothing has changed. */
  get(): Value
  /**
   * The value that a server rendered with; the same reference as `get()` until the first change.
   */
  getInitial(): Value
  /** Calls back after each change. @returns its undo. */
  subscribe(listener: () => void): () => void
}

/** What `addListener` gives. */
export interface Resources {
  /** Known: nobody is called back before. */
  readonly client: Client
  /** `null` when nobody is signed in. */
  readonly session: SignedInSession | null
  /** `null` when nobody is signed in. */
  readonly user: User | null
}

/** A store for the client of one instance. See {@link createClientele}. */
export interface ClienteleStore {
  /** As it was given. */
  readonly publishableKey: string
  /** How the store stands with the server. */
  readonly status: Status
  /** `undefined` until it is known: nobody can mistake that for signed out. */
  readonly client: Client | undefined
  /** The active session; `undefined` not known, `null` signed out. */
  readonly session: SignedInSession | null | undefined
  /** Undefined while it is not known; `null` when nobody is signed in. */
  readonly user: User | null | undefined
  /**
   * Whether somebody is signed in; `undefined` not known. False for a session with tasks still to
   * do (`pending`), as everywhere.
   */
  readonly isSignedIn: boolean | undefined
  /**
   * The organization that the active session works in; `undefined` not known, `null` signed out or
   * the personal account.
   */
  readonly organization: Organization | null | undefined
  /** The zustand store behind it, read-only: normalized slices of plain frozen JSON. */
  readonly store: ReadonlyStore
  /** Everything above as one snapshot, for adapters. */
  readonly snapshots: Source<Snapshot>
  /**
   * Makes the client known. Idempotent and single-flight; leaves `loading` within `loadTimeout`.
   *
   * @returns the client, or `undefined` when there was no answer yet (status `degraded`): it
   * arrives by itself.
   * @throws ClienteleError when the server refuses for good (status `failed`).
   */
  load(): Promise<Client | undefined>
  /**
   * Calls back at once with the client as it is, and after each change of it, or of the active
   * session, with the one before.
   * @returns its undo.
   */
  subscribe(
    listener: (client: Client | undefined, previous: Client | undefined) => void,
  ): () => void
  /** Calls back after each change of a slice of the client. @returns its undo. */
  subscribe<Slice>(
    selector: (client: Client | undefined) => Slice,
    listener: (slice: Slice, previous: Slice) => void,
    options?: SelectOptions<Slice>,
  ): () => void
  /**
   * As in Clerk's SDK: calls back once the client is known, at once when it is, and after each
   * change.
   */
  addListener(
    listener: (resources: Resources) => void,
    options?: { readonly skipInitialEmit?: boolean | undefined },
  ): () => void
  /**
   * Makes a session, or an organization in it, the one to work with; resolves when its token is
   * ready.
   *
   * @throws ClienteleError `session_not_found` for an id that this client does not have.
   */
  setActive(params: SetActiveParams): Promise<SignedInSession | null>
  /** Ends one session, or all. Goes before everything that waits. */
  signOut(params?: SignOutParams): Promise<void>
  /**
   * A token of the active session, as soon as it is known which that is; `null` when signed out.
   *
   * @throws ClienteleError why the client is not known (loading it if nobody else does), or as
   * `session.getToken()` does.
   */
  getToken(params?: GetTokenParams): Promise<string | null>
  /** Adds a module and gives what it offers. */
  use<Api>(module: Module<Api>): Api
  /** What happened, and why somebody is signed out; empty unless the module `timeline` is used. */
  explain(): Explanation
  /** Ends everything: timers, requests (`disposed`), listeners. */
  dispose(): void
}

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
