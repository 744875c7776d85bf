import {
  clearCache,
  createClient,
  destroyClient,
  removeSessions,
  resetAttempt,
} from '../actions/client.ts'
import { type ReloadParams, reload } from '../actions/reload.ts'
import { assertKnown } from '../arguments.ts'
import { toUrl } from '../http/url.ts'
import type { Kernel } from '../kernel.ts'
import type { LastAuthenticationStrategy } from '../records.ts'
import { isEligibleForTouch, isNew } from '../selectors/client.ts'
import type { ClientSlice, State } from '../state.ts'
import { withDates } from './date.ts'
import { memo } from './memo.ts'
import {
  isSignedInSession,
  type Session,
  type SessionViews,
  type SignedInSession,
} from './session-view.ts'
import type { SignIn } from './sign-in-view.ts'
import type { SignUp } from './sign-up-view.ts'

/** What a client can do. The functions stay the same for the life of the store. */
export interface ClientMethods {
  /**
   * URL that refreshes this client's authentication state when a browser visits it, then goes on to
   * `redirectUrl`.
   */
  readonly buildTouchUrl: (params: { redirectUrl: URL }) => string
  /** Drops all locally cached tokens of this client. */
  readonly clearCache: () => void
  /** Creates a new client for this instance, along with its cookie. */
  readonly create: () => Promise<Client>
  /** Deletes the client; all sessions are reset. */
  readonly destroy: () => Promise<void>
  /** Fetches the latest data and forces a session-token refresh. */
  readonly reload: (params?: ReloadParams) => Promise<Client>
  /** Removes all sessions of the client. */
  readonly removeSessions: () => Promise<Client>
  /** Forgets the sign-in in progress, here and at once; no answer brings it back. */
  readonly resetSignIn: () => void
  /** Forgets the sign-up in progress, here and at once; no answer brings it back. */
  readonly resetSignUp: () => void
}

/**
 * The sessions on this device and the sign-in or sign-up in progress: a frozen snapshot.
 *
 * A new one is made if and only if data changed; what did not change is the same object in both.
 */
export interface Client extends ClientMethods {
  /** Absent while the client is new. */
  readonly id: string | undefined
  /** CAPTCHA checks are skipped for this client. */
  readonly captchaBypass: boolean
  /** When the authentication cookie expires. */
  readonly cookieExpiresAt: Date | null
  /** `null` where the server does not tell it. */
  readonly createdAt: Date | null
  /** `null` where the server does not tell it. */
  readonly updatedAt: Date | null
  /** As the server says; `session` of the store is what it works with. */
  readonly lastActiveSessionId: string | null
  /** `null` when it is not known, or the feature is off. */
  readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null
  /** All sessions that were created on this client. */
  readonly sessions: readonly Session[]
  /** The `active` and `pending` ones. */
  readonly signedInSessions: readonly SignedInSession[]
  /** Never null: a blank one stands in. */
  readonly signIn: SignIn
  /** Never null: a blank one stands in. */
  readonly signUp: SignUp
  /** Not yet saved in the Frontend API. */
  readonly isNew: () => boolean
  /** The client cookie expires in 8 days or less. */
  readonly isEligibleForTouch: () => boolean
}

const required = (client: Client | undefined): Client => {
  if (!client) throw new TypeError('unreachable: the client is not known after an answer')
  return client
}

/** Views of the client of one store: the same object for as long as nothing it shows changed. */
export const createClientView = (
  kernel: Kernel,
  sessions: SessionViews,
  viewSignIn: (state: State) => SignIn,
  viewSignUp: (state: State) => SignUp,
): ((state: State) => Client | undefined) => {
  const now = () => required(viewState(kernel.store.getState()))
  const methods: ClientMethods = {
    buildTouchUrl: params => {
      assertKnown('buildTouchUrl', params, 'redirectUrl')
      const { redirectUrl } = params
      if (!redirectUrl?.href) throw new TypeError('buildTouchUrl() needs redirectUrl: a URL')
      return toUrl(kernel.instance, '/client/touch', { redirect_url: redirectUrl.href })
    },
    clearCache: () => clearCache(kernel),
    create: () => createClient(kernel).then(now),
    destroy: () => destroyClient(kernel),
    reload: params => reload(kernel, params).then(now),
    removeSessions: () => removeSessions(kernel).then(now),
    resetSignIn: () => resetAttempt(kernel, 'signIn'),
    resetSignUp: () => resetAttempt(kernel, 'signUp'),
  }
  const signedIn = memo((list: readonly Session[]) => Object.freeze(list.filter(isSignedInSession)))
  const view = memo(
    (client: ClientSlice, list: readonly Session[], signIn: SignIn, signUp: SignUp): Client => {
      const { loaded, ...data } = client
      return Object.freeze({
        ...withDates({ ...data }),
        ...methods,
        id: client.id ?? undefined,
        sessions: list,
        signedInSessions: signedIn(list),
        signIn,
        signUp,
        isNew: () => isNew(client),
        isEligibleForTouch: () => isEligibleForTouch(client, kernel.time.server()),
      })
    },
  )
  const viewState = (state: State): Client | undefined =>
    state.client.loaded
      ? view(state.client, sessions.list(state), viewSignIn(state), viewSignUp(state))
      : undefined
  return viewState
}
