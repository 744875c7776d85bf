import {
  type ClienteleStore,
  type Identity,
  type PendingOptions,
  type Snapshot,
  toSignedIn,
} from '@clientele/core'
import { useMemo } from 'react'
import { useClienteleStore } from './use-clientele-store.ts'
import { useSnapshot } from './use-snapshot.ts'

/** Who is signed in, as three cases that `isLoaded` and `isSignedIn` tell apart. */
export type AuthState =
  | {
      readonly isLoaded: false
      readonly isSignedIn: undefined
      readonly userId: undefined
      readonly sessionId: undefined
    }
  | {
      readonly isLoaded: true
      readonly isSignedIn: false
      readonly userId: null
      readonly sessionId: null
    }
  | {
      readonly isLoaded: true
      readonly isSignedIn: true
      readonly userId: string
      readonly sessionId: string
    }

/** What `useAuth` gives. The two functions stay the same for the life of the store. */
export type Auth = AuthState & Pick<ClienteleStore, 'getToken' | 'signOut'>

const pickIdentity = ({ identity }: Snapshot) => identity

const toAuthState = (identity: Identity | null | undefined): AuthState => {
  if (identity === undefined)
    return { isLoaded: false, isSignedIn: undefined, userId: undefined, sessionId: undefined }
  if (identity === null) return { isLoaded: true, isSignedIn: false, userId: null, sessionId: null }
  const { userId, sessionId } = identity
  return { isLoaded: true, isSignedIn: true, userId, sessionId }
}

// The first two fields follow from these.
const same = (a: AuthState, b: AuthState) => a.sessionId === b.sessionId && a.userId === b.userId

/**
 * Who is signed in, by id, with the two functions that most need it. Renders for another session or
 * user and not for a change of their data, and never for a token. A session with tasks still to do
 * is not signed in, unless `treatPendingAsSignedOut` is false.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const { isLoaded, isSignedIn, getToken } = useAuth()
 * const sendToken = async () => send(await getToken())
 * if (!isLoaded) return <p>Loading…</p>
 * return isSignedIn ? <button onClick={sendToken}>Send</button> : <SignIn />
 */
export const useAuth = ({ treatPendingAsSignedOut }: PendingOptions = {}): Auth => {
  const { getToken, signOut } = useClienteleStore()
  const state = useSnapshot(
    pickIdentity,
    identity => toAuthState(toSignedIn(identity, { treatPendingAsSignedOut })),
    same,
  )
  return useMemo(() => ({ ...state, getToken, signOut }), [state, getToken, signOut])
}
