import { type ReloadParams, toNonceQuery } from '../actions/reload.ts'
import { type GetTokenParams, getToken } from '../actions/session/get-token.ts'
import {
  endSession,
  reloadSession,
  removeSession,
  type TouchParams,
  touchSession,
} from '../actions/session/session.ts'
import type { Kernel } from '../kernel.ts'
import type { Open, SessionRecord, SessionTask, UserRecord } from '../records.ts'
import { invalid } from '../schema/parse.ts'
import {
  isSignedIn,
  selectOrganizationId,
  selectSession,
  selectUser,
} from '../selectors/sessions.ts'
import type { State } from '../state.ts'
import { withDates } from './date.ts'
import { memo } from './memo.ts'
import { createUserViews, type User } from './user-view.ts'

type Dates = 'expireAt' | 'abandonAt' | 'lastActiveAt' | 'createdAt' | 'updatedAt'
type Actor = NonNullable<SessionRecord['actor']>

/** The last token of a session; read when asked for, never a part of state. */
export interface Token {
  /** The JWT; secret, and never a part of the state. */
  readonly getRawString: () => string
}

/**
 * What a session can do. The functions are the same for as long as the session is on this client.
 */
export interface SessionMethods {
  /**
   * A token that is valid for at least `minTtl` ms. @throws ClienteleError `session_not_found` once
   * it has ended.
   */
  readonly getToken: (params?: GetTokenParams) => Promise<string>
  /** Tells the server that it is in use, with its active organization. */
  readonly touch: (params?: TouchParams) => Promise<Session>
  /** Ends it; the server keeps it as `ended`. */
  readonly end: () => Promise<Session>
  /** Ends it; the server keeps it as `removed`. */
  readonly remove: () => Promise<Session>
  /** Reads it again; its token is refreshed with it. */
  readonly reload: (params?: ReloadParams) => Promise<Session>
  /** Drops this client's cached tokens of the session. */
  readonly clearCache: () => void
}

/** A session on this client: a frozen snapshot with methods. */
export interface Session extends Omit<SessionRecord, Dates>, SessionMethods {
  /** When it ends, whatever the user does. */
  readonly expireAt: Date
  /** When it ends without activity. */
  readonly abandonAt: Date
  /** When the server last heard of it. */
  readonly lastActiveAt: Date
  /** At the server. */
  readonly createdAt: Date
  /** At the server. */
  readonly updatedAt: Date
  /** `null` once the session is over. */
  readonly user: User | null
  /** The first of `tasks`; undefined when nothing is left to do. */
  readonly currentTask: SessionTask | undefined
  /** The actor, when it is an agent. */
  readonly agent: Actor | null
  /** Not enumerable: it appears in no log and no JSON. */
  readonly lastActiveToken: Token | null
}

/** A session whose user is signed in: `active`, or `pending` with tasks left. */
export interface SignedInSession extends Session {
  /** `pending` has tasks left. */
  readonly status: Open<'active' | 'pending'>
  /** Whose session it is; one of these always has a user. */
  readonly user: User
}

export const isSignedInSession = (session: Session): session is SignedInSession =>
  isSignedIn(session) && session.user !== null

/** Whether a session with tasks still to do counts as signed in. */
export interface PendingOptions {
  /** True, as when left out: a `pending` session is none until its tasks are done. */
  readonly treatPendingAsSignedOut?: boolean | undefined
}

/** Views of the sessions of one store; a session whose data did not change keeps its view. */
export interface SessionViews {
  list(state: State): readonly Session[]
}

export const createSessionViews = (kernel: Kernel): SessionViews => {
  const { store, tokens, normalize } = kernel
  const viewUser = createUserViews()
  const views = new WeakMap<SessionRecord, Session>()
  const methods = new Map<string, SessionMethods>()

  // One function for all views: each of its own would cost a session two kilobytes.
  function lastActiveToken(this: SessionRecord): Token | null {
    const jwt = tokens.last({
      sessionId: this.id,
      template: '',
      organizationId: this.lastActiveOrganizationId ?? '',
    })
    return jwt === undefined ? null : { getRawString: () => jwt }
  }

  const make = (
    record: SessionRecord,
    user: User | null,
    lastActiveOrganizationId: string | null,
  ): Session => {
    const view = withDates({
      ...record,
      lastActiveOrganizationId,
      ...methodsOf(record.id),
      user,
      currentTask: record.tasks?.[0],
      agent: record.actor?.type === 'agent' ? record.actor : null,
    })
    Object.defineProperty(view, 'lastActiveToken', { get: lastActiveToken })
    // as: the getter above is the one property that a spread cannot show
    return Object.freeze(view) as unknown as Session
  }

  const view = (
    record: SessionRecord,
    userRecord: UserRecord | null,
    organizationId: string | null,
  ): Session => {
    const user = viewUser(userRecord)
    const before = views.get(record)
    if (before?.user === user && before.lastActiveOrganizationId === organizationId) return before
    const made = make(record, user, organizationId)
    views.set(record, made)
    return made
  }

  /**
   * The session after an action on it; one that this client no longer has is shown as the answer
   * described it.
   */
  const after = async (id: string, action: Promise<unknown>): Promise<Session> => {
    const response = await action
    const state = store.getState()
    const here = selectSession(state, id)
    if (here) return view(here, selectUser(state, here), selectOrganizationId(state, here))
    // Also one that was signed out here meanwhile.
    const base = { ...state, sessions: { ...state.sessions, revoking: [] } }
    const { sessions, users } = normalize.session(response, base)
    const [gone] = Object.values(sessions).filter(session => session.id === id)
    if (!gone) throw invalid('session.id is another one')
    const user = selectUser({ ...state, users: { byId: users } }, gone)
    return view(gone, user, gone.lastActiveOrganizationId)
  }

  const methodsOf = (id: string): SessionMethods => {
    const known = methods.get(id)
    if (known) return known
    const made: SessionMethods = {
      getToken: (params = {}) => getToken(kernel, id, params),
      touch: params => after(id, touchSession(kernel, id, params)),
      end: () => after(id, endSession(kernel, id)),
      remove: () => after(id, removeSession(kernel, id)),
      reload: async params => after(id, reloadSession(kernel, id, toNonceQuery(params))),
      clearCache: () => tokens.clear(sessionId => sessionId !== id),
    }
    methods.set(id, made)
    return made
  }

  const list = memo(
    (
      sessions: State['sessions']['byId'],
      users: State['users']['byId'],
      ids: readonly string[],
      organizationIds: State['sessions']['organizationIds'],
    ) => {
      const known = new Set(ids)
      for (const id of methods.keys()) if (!known.has(id)) methods.delete(id)
      const viewOf = (record: SessionRecord) => {
        const { id, userId, lastActiveOrganizationId } = record
        const user = userId === null ? null : (users[userId] ?? null)
        const own = organizationIds[id]
        return view(record, user, own === undefined ? lastActiveOrganizationId : own)
      }
      return Object.freeze(ids.flatMap(id => (sessions[id] ? [viewOf(sessions[id])] : [])))
    },
  )

  return {
    list: ({ sessions: { byId, ids, organizationIds }, users }) =>
      list(byId, users.byId, ids, organizationIds),
  }
}
