import {
  type ClienteleStore,
  type Identity,
  type PendingOptions,
  type Snapshot,
  toSignedIn,
} from '@clientele/core'
import { computed, type Ref } from 'vue'
import { useClienteleStore } from './use-clientele-store.ts'
import { useSnapshot } from './use-snapshot.ts'

/** What `useAuth` gives. The two functions stay the same for the life of the store. */
export interface Auth extends Pick<ClienteleStore, 'getToken' | 'signOut'> {
  /** False while the client is not known. */
  readonly isLoaded: Readonly<Ref<boolean>>
  /** `undefined` not known yet. */
  readonly isSignedIn: Readonly<Ref<boolean | undefined>>
  /** `undefined` not known yet, `null` signed out. */
  readonly userId: Readonly<Ref<string | null | undefined>>
  /** `undefined` not known yet, `null` signed out. */
  readonly sessionId: Readonly<Ref<string | null | undefined>>
}

const pickIdentity = ({ identity }: Snapshot) => identity

const toAuthState = (identity: Identity | null | undefined) => {
  if (!identity)
    return {
      isLoaded: identity === null,
      isSignedIn: identity === null ? false : undefined,
      userId: identity,
      sessionId: identity,
    }
  const { userId, sessionId } = identity
  return { isLoaded: true, isSignedIn: true, userId, sessionId }
}

type AuthState = ReturnType<typeof toAuthState>
// The first two fields follow from these.
const same = (a: AuthState, b: AuthState) => a.sessionId === b.sessionId && a.userId === b.userId

/**
 * Who is signed in, by id, with the two functions that most need it. Changes for another session or
 * user and not for a change of their data, and never for a token. A session with tasks still to do
 * is not signed in, unless `treatPendingAsSignedOut` is false.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const { isLoaded, isSignedIn, getToken } = useAuth()
 * // <p v-if="!isLoaded">Loading…</p>
 * // <button v-else-if="isSignedIn" @click="getToken().then(send)">Send</button>
 */
export const useAuth = ({ treatPendingAsSignedOut }: PendingOptions = {}): Auth => {
  const { getToken, signOut } = useClienteleStore()
  const state = useSnapshot(
    pickIdentity,
    identity => toAuthState(toSignedIn(identity, { treatPendingAsSignedOut })),
    same,
  )
  return {
    isLoaded: computed(() => state.value.isLoaded),
    isSignedIn: computed(() => state.value.isSignedIn),
    userId: computed(() => state.value.userId),
    sessionId: computed(() => state.value.sessionId),
    getToken,
    signOut,
  }
}
