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

export interface ClientSlice {
  /**
   * False until the first answer: then nothing below means anything, and nobody is "signed out".
   */
  readonly loaded: boolean
  readonly id: string | null
  readonly captchaBypass: boolean
  readonly cookieExpiresAt: number | null
  readonly createdAt: number | null
  readonly updatedAt: number | null
  readonly lastActiveSessionId: string | null
  readonly lastAuthenticationStrategy: LastAuthenticationStrategy | null
}

export interface SessionsSlice {
  readonly ids: readonly string[]
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

export interface UsersSlice {
  readonly byId: Readonly<Record<string, UserRecord>>
}

export interface AttemptSlice<Data> {
  readonly data: Data | null
  /**
   * An attempt that was reset here: the server still has it, and it must not come back with the
   * next answer.
   */
  readonly discardedId: string | null
  readonly fetchStatus: 'idle' | 'fetching'
  /** What was last prepared here, as text to compare; never anything secret. */
  readonly prepared: string | null
  /** When it may be sent again, in epoch ms by the clock of this machine; `null` if unknown. */
  readonly resendAt: number | null
  readonly error: ErrorRecord | null
}

export interface AttemptsSlice {
  readonly signIn: AttemptSlice<SignInRecord>
  readonly signUp: AttemptSlice<SignUpRecord>
}

export interface CacheSlice {
  /** Grows with every `clearCache()`: who keeps tokens of its own drops them when it changes. */
  readonly epoch: number
}

/**
 * `degraded`: the network or the server failed, data is the last known. `failed`: the server
 * refused for good.
 */
export type Status = 'idle' | 'loading' | 'ready' | 'degraded' | 'failed'

export interface ConnectionSlice {
  readonly status: Status
  readonly error: ErrorRecord | null
}

export interface State {
  readonly client: ClientSlice
  readonly sessions: SessionsSlice
  readonly users: UsersSlice
  readonly attempts: AttemptsSlice
  readonly cache: CacheSlice
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
