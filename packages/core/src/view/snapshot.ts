import type { Kernel } from '../kernel.ts'
import type { ErrorRecord } from '../records.ts'
import type { State, Status } from '../state.ts'
import { type Client, createClientView } from './client-view.ts'
import { type Identity, toIdentity } from './identity.ts'
import { memo } from './memo.ts'
import { createSessionViews, isSignedInSession, type SignedInSession } from './session-view.ts'
import { createSignInView } from './sign-in-view.ts'
import { createSignUpView } from './sign-up-view.ts'
import type { User } from './user-view.ts'

/** Everything that is shown, at one moment. `undefined` is not known yet, `null` is signed out. */
export interface Snapshot {
  /** How the store stands with the server. */
  readonly status: Status
  /** Why the status is `degraded` or `failed`. */
  readonly error: ErrorRecord | null
  /** Undefined while it is not known. */
  readonly client: Client | undefined
  /** Undefined while it is not known; `null` when nobody is signed in. */
  readonly session: SignedInSession | null | undefined
  /** Undefined while it is not known; `null` when nobody is signed in. */
  readonly user: User | null | undefined
  /**
   * Who is here, by ids: as the session says, or sooner, as the cookies that a server was shown.
   */
  readonly identity: Identity | null | undefined
}

/** Turns a state into its snapshot: the same object for as long as nothing it shows changed. */
export type View = (state: State) => Snapshot

export const createView = (kernel: Kernel): View => {
  const sessions = createSessionViews(kernel)
  const viewClient = createClientView(
    kernel,
    sessions,
    createSignInView(kernel),
    createSignUpView(kernel),
  )
  const view = memo(
    (
      client: Client | undefined,
      activeId: string | null,
      { status, error }: State['connection'],
      claimed: State['sessions']['claimed'],
    ): Snapshot => {
      const active = client?.sessions.find(({ id }) => id === activeId)
      const session = client && (active && isSignedInSession(active) ? active : null)
      return Object.freeze({
        status,
        error,
        client,
        session,
        user: session === null ? null : session?.user,
        identity: session === undefined ? claimed?.identity : session && toIdentity(session),
      })
    },
  )
  // By the state first: each listener asks.
  let shown: { readonly state: State; readonly snapshot: Snapshot } | undefined
  return state => {
    const { sessions } = state
    if (shown?.state !== state)
      shown = {
        state,
        snapshot: view(viewClient(state), sessions.activeId, state.connection, sessions.claimed),
      }
    return shown.snapshot
  }
}
