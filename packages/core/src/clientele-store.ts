import type { GetTokenParams } from './actions/session/get-token.ts'
import type { SetActiveParams } from './actions/set-active.ts'
import type { SignOutParams } from './actions/sign-out.ts'
import type { Explanation } from './explanation.ts'
import type { Kernel, KernelOptions } from './kernel.ts'
import type { OrganizationMembershipRecord } from './records.ts'
import type { Status } from './state.ts'
import type { ReadonlyStore, SelectOptions } from './store.ts'
import type { Client } from './view/client-view.ts'
import type { SignedInSession } from './view/session-view.ts'
import type { Snapshot } from './view/snapshot.ts'
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
