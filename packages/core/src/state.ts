// The shape of the store: plain JSON, nothing else. Times are epoch milliseconds, `null` means
// "none", and what is not known at all is told by `client.loaded`. No token, password or code is
// ever a part of it.

import type {
  ErrorRecord,
  IdentityRecord,
  LastAuthenticationStrategy,
  SessionRecord,
  SignInRecord,
  SignUpRecord,
  UserRecord,
} from './records.ts'

/** The client but for its sessions and attempts. */
export interface ClientSlice {
  /**
   * False until the first answer: then nothing below means anything, and nobody is "signed out".
   */
  readonly loaded: boolean
  /** `null` while the server has not saved it. */
  readonly id: string | null
  /** CAPTCHA checks are skipped for this client. */
  readonly captchaBypass: boolean
  /** Epoch ms; when the authentication cookie expires. */
  readonly cookieExpiresAt: number | null
  /** Epoch ms. */
  readonly createdAt: number | null
  /** Epoch ms. */
  readonly updatedAt: number | null
  /** As the server says; `sessions.activeId` is what this store works with. */
  readonly lastActiveSessionId: string | null
  /** `null` when unknown or switched off. */
  readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null
}

/** All sessions of the client, by id. */
export interface SessionsSlice {
  /** In the server's order. */
  readonly ids: readonly string[]
  /** One for each of `ids`. */
  readonly byId: Readonly<Record<string, SessionRecord>>
  /**
   * The session this store works with; `null` is signed out (or, while `client.loaded` is false,
   * not known).
   */
  readonly activeId: string | null
  /** Signed out here, and the server has yet to hear of it: no answer brings these back. */
  readonly revoking: readonly string[]
  /**
   * Everybody was signed out before it was known who that is: the sessions of the next answer are
   * revoked.
   */
  readonly revokesAll: boolean
  /**
   * The organization of a session where each tab chooses for itself; `null` is the personal
   * account. A session that is not here has the one that the server knows.
   */
  readonly organizationIds: Readonly<Record<string, string | null>>
  /** Who is here, if anybody, by the cookies that a server was shown; `null` after an answer. */
  readonly claimed: { readonly identity: IdentityRecord | null } | null
}

/** The users of the sessions, once each. */
export interface UsersSlice {
  /** One for each user that a session names. */
  readonly byId: Readonly<Record<string, UserRecord>>
}

/** One kind of attempt, and the last action of it. */
export interface AttemptSlice<Data> {
  /** `null` while none is in progress. */
  readonly data: Data | null
  /**
   * An attempt that was reset here: the server still has it, and it must not come back with the
   * next answer.
   */
  readonly discardedId: string | null
  /** `fetching` while an action of the attempt is in progress. */
  readonly fetchStatus: 'idle' | 'fetching'
  /** What was last prepared here, as text to compare; never anything secret. */
  readonly prepared: string | null
  /** When it may be sent again, in epoch ms by the clock of this machine; `null` if unknown. */
  readonly resendAt: number | null
  /** Why the last action failed; `null` after one that succeeded. */
  readonly error: ErrorRecord | null
}

/** The attempts of the client: at most one of each kind. */
export interface AttemptsSlice {
  /** The sign-in. */
  readonly signIn: AttemptSlice<SignInRecord>
  /** The sign-up. */
  readonly signUp: AttemptSlice<SignUpRecord>
}

/** What the caches of tokens go by; no token is in here. */
export interface CacheSlice {
  /** Grows with every `clearCache()`: who keeps tokens of its own drops them when it changes. */
  readonly epoch: number
}

/**
 * `degraded`: the network or the server failed, data is the last known. `failed`: the server
 * refused for good.
 */
export type Status = 'idle' | 'loading' | 'ready' | 'degraded' | 'failed'

/** How the store stands with the server. */
export interface ConnectionSlice {
  /** `degraded`: what is known stays, and the client is read again in the background. */
  readonly status: Status
  /** What the status comes from; `null` when all is well. */
  readonly error: ErrorRecord | null
}

/** Everything the store holds: plain frozen JSON, times in epoch milliseconds, no secret. */
export interface State {
  /** The client but for its sessions and attempts. */
  readonly client: ClientSlice
  /** The sessions of the client. */
  readonly sessions: SessionsSlice
  /** The users of the sessions. */
  readonly users: UsersSlice
  /** The sign-in and the sign-up in progress. */
  readonly attempts: AttemptsSlice
  /** When tokens that were kept are void. */
  readonly cache: CacheSlice
  /** How the store stands with the server. */
  readonly connection: ConnectionSlice
}

const blankAttempt = {
  data: null,
  discardedId: null,
  fetchStatus: 'idle',
  prepared: null,
  resendAt: null,
  error: null,
} as const

export const createInitialState = (): State => ({
  client: {
    loaded: false,
    id: null,
    captchaBypass: false,
    cookieExpiresAt: null,
    createdAt: null,
    updatedAt: null,
    lastActiveSessionId: null,
    lastAuthenticationStrategy: null,
  },
  sessions: {
    ids: [],
    byId: {},
    activeId: null,
    revoking: [],
    revokesAll: false,
    organizationIds: {},
    claimed: null,
  },
  users: { byId: {} },
  attempts: { signIn: blankAttempt, signUp: blankAttempt },
  cache: { epoch: 0 },
  connection: { status: 'idle', error: null },
})
