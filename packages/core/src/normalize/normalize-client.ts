import { isTransient } from '../errors.ts'
import { isObject, own } from '../is-object.ts'
import type {
  ErrorItem,
  SessionRecord,
  SignInRecord,
  SignUpRecord,
  UserRecord,
} from '../records.ts'
import { ClientJson } from '../schema/client.ts'
import { ErrorsJson } from '../schema/envelope.ts'
import { invalid, parse } from '../schema/parse.ts'
import { SessionJson, WholeSessionJson } from '../schema/session.ts'
import { SignInJson } from '../schema/sign-in.ts'
import { SignUpJson } from '../schema/sign-up.ts'
import { UserJson } from '../schema/user.ts'
import type { Output, Schema } from '../schema/zod.ts'
import { type AttemptSlice, type ClientSlice, createInitialState, type State } from '../state.ts'
import { createReconcile } from './reconcile.ts'

/**
 * A session token that came with a session, which goes to the token cache and never into state, and
 * its probable key.
 */
export interface SeedToken {
  readonly key: {
    readonly sessionId: string
    readonly template: string
    readonly organizationId: string
  }
  readonly jwt: string
}

type Table<Item> = Readonly<Record<string, Item>>

/**
 * What an answer says, as records that share every unchanged part with the state they were
 * reconciled against.
 */
export interface Normalized {
  readonly client: ClientSlice
  readonly ids: readonly string[]
  readonly sessions: Table<SessionRecord>
  readonly users: Table<UserRecord>
  readonly revoking: readonly string[]
  readonly signIn: SignInRecord | null
  readonly signUp: SignUpRecord | null
  readonly tokens: readonly SeedToken[]
}

export interface Normalize {
  /**
   * A whole client, with records of the base for sessions that are as they were; `null` is one that
   * the server does not have yet. @throws ClienteleError `response_invalid` that names the path of
   * the fault.
   */
  client(json: unknown, base: State): Normalized
  /** One session among those of the base. */
  session(json: unknown, base: State): Pick<Normalized, 'ids' | 'sessions' | 'users' | 'tokens'>
  signIn(json: unknown, base: State): SignInRecord
  signUp(json: unknown, base: State): SignUpRecord
  /**
   * The entries of an error answer. @throws ClienteleError `response_invalid` when it is not one.
   */
  errors(json: unknown): {
    readonly errors: readonly ErrorItem[]
    readonly clerkTraceId: string | null
  }
}

/** What is taken out of a session: its user has a table, its token goes to the cache. */
const sessionSplit = { omitted: new Set(['user', 'last_active_token']), added: ['userId'] }

/** The cheap form of {@link WholeSessionJson}, for the many that are as they should be. */
const isWholeSession = (json: unknown): json is Output<ReturnType<typeof WholeSessionJson>> => {
  if (!isObject(json) || typeof json.id !== 'string') return false
  const { user, last_active_token: token } = json
  const userFits = user === null || (isObject(user) && typeof user.id === 'string')
  return userFits && (token === null || (isObject(token) && typeof token.jwt === 'string'))
}

/** Whether it is one of the sessions of these ids. */
const isOneOf = (ids: readonly string[], json: unknown): boolean =>
  idsOf(json).some(id => ids.includes(id))

const idsOf = (json: unknown): readonly string[] =>
  isObject(json) && typeof json.id === 'string' ? [json.id] : []

/** A list of sessions, taken apart. */
interface Split {
  readonly sessions: Map<string, SessionRecord>
  readonly users: Map<string, UserRecord>
  readonly tokens: SeedToken[]
}

/** Two sessions of one user may have been written at different moments: the later one counts. */
const setUser = (users: Map<string, UserRecord>, user: UserRecord) => {
  const seen = users.get(user.id)
  if (!seen || (user.updatedAt ?? 0) >= (seen.updatedAt ?? 0)) users.set(user.id, user)
}

/** The table of these entries, or `base` when it already is that table. */
const toTable = <Item>(entries: ReadonlyMap<string, Item>, base: Table<Item>): Table<Item> => {
  let same = Object.keys(base).length === entries.size
  for (const [id, item] of entries) same &&= own(base, id) === item
  if (same) return base
  // With a prototype, since serialisers of frameworks refuse objects without one; whatever an id
  // is called, it becomes a field of its own.
  return Object.fromEntries(entries)
}

/** The list, or `base` when it already is that list. */
const toList = (list: readonly string[], base: readonly string[]): readonly string[] =>
  list.length === base.length && list.every((item, index) => item === base[index]) ? base : list

export const createNormalize = (): Normalize => {
  const { matches, toRecord } = createReconcile()

  /**
   * The record of `json`; only what differs from `before` is checked, since `before` was checked
   * when it came in.
   */
  const record = <Record>(
    schema: () => Schema,
    json: unknown,
    before: Record | null | undefined,
    at: string,
  ): Record =>
    // as: the schema has just said so
    before && matches(json, before) ? before : (toRecord(parse(schema, json, at), before) as Record)

  const addUser = (
    json: unknown,
    users: Map<string, UserRecord>,
    base: State,
    id: string,
    at: string,
  ) =>
    setUser(
      users,
      record<UserRecord>(UserJson, json, users.get(id) ?? own(base.users.byId, id), `${at}.user`),
    )

  const toSession = (
    json: unknown,
    before: SessionRecord | undefined,
    userId: string | null,
    at: string,
  ) => {
    if (before?.userId === userId && matches(json, before, sessionSplit)) return before
    const { user, last_active_token, ...rest } = parse(SessionJson, json, at)
    // as: the schema has just said so
    return toRecord({ ...rest, user_id: userId }, before) as SessionRecord
  }

  const addSession = (
    json: unknown,
    { sessions, users, tokens }: Split,
    base: State,
    at: string,
  ) => {
    const {
      id,
      user,
      last_active_token: token,
    } = isWholeSession(json) ? json : parse(WholeSessionJson, json, at)
    const session = toSession(json, own(base.sessions.byId, id), user?.id ?? null, at)
    sessions.set(id, session)
    if (user) addUser(user, users, base, user.id, at)
    const organizationId = session.lastActiveOrganizationId ?? ''
    if (token) tokens.push({ key: { sessionId: id, template: '', organizationId }, jwt: token.jwt })
  }

  /** Takes a list of sessions apart into sessions, users and tokens. */
  const split = (list: readonly unknown[], base: State, at: (index: number) => string): Split => {
    const parts: Split = { sessions: new Map(), users: new Map(), tokens: [] }
    for (const [index, json] of list.entries()) addSession(json, parts, base, at(index))
    return parts
  }

  const attempt = <Data extends { id: string; status: string }>(
    schema: () => Schema,
    json: unknown,
    { data, discardedId, error }: AttemptSlice<Data>,
    at: string,
  ): Data | null => {
    // The server drops an attempt as soon as it is complete; it stays readable here until it is
    // reset. So does one whose last answer was lost: only reading it will tell whether it was
    // completed.
    if (json === null || json === undefined)
      return data?.status === 'complete' || (error && isTransient(error)) ? data : null
    const next = record<Data>(schema, json, data, at)
    return next.id === discardedId ? null : next
  }

  const blank = (base: State): Normalized => ({
    // as: it is one
    client: toRecord({ ...createInitialState().client, loaded: true }, base.client) as ClientSlice,
    ids: toList([], base.sessions.ids),
    sessions: toTable(new Map(), base.sessions.byId),
    users: toTable(new Map(), base.users.byId),
    revoking: toList([], base.sessions.revoking),
    signIn: null,
    signUp: null,
    tokens: [],
  })

  return {
    client: (json, base) => {
      if (json === null) return blank(base)
      const { sessions: given, sign_in, sign_up, ...rest } = parse(ClientJson, json, 'client')
      const list = given ?? []
      if (!Array.isArray(list)) throw invalid('client.sessions')
      const { revokesAll } = base.sessions
      const revoking = revokesAll ? list.flatMap(idsOf) : base.sessions.revoking
      // Signed out here already: only the server has yet to hear of it.
      const shown = revoking.length > 0 ? list.filter(session => !isOneOf(revoking, session)) : list
      const { sessions, users, tokens } = split(shown, base, index => `client.sessions.${index}`)
      return {
        // as: checked by ClientJson
        client: toRecord({ ...rest, loaded: true }, base.client) as ClientSlice,
        ids: toList([...sessions.keys()], base.sessions.ids),
        sessions: toTable(sessions, base.sessions.byId),
        users: toTable(users, base.users.byId),
        revoking: toList(
          revoking.filter(id => list.some(session => isOneOf([id], session))),
          base.sessions.revoking,
        ),
        signIn: attempt<SignInRecord>(SignInJson, sign_in, base.attempts.signIn, 'client.sign_in'),
        signUp: attempt<SignUpRecord>(SignUpJson, sign_up, base.attempts.signUp, 'client.sign_up'),
        tokens,
      }
    },
    session: (json, base) => {
      const shown = isOneOf(base.sessions.revoking, json) ? [] : [json]
      const { sessions, users, tokens } = split(shown, base, () => 'session')
      const all = new Map([...Object.entries(base.sessions.byId), ...sessions])
      return {
        ids: toList([...all.keys()], base.sessions.ids),
        sessions: toTable(all, base.sessions.byId),
        users: toTable(new Map([...Object.entries(base.users.byId), ...users]), base.users.byId),
        tokens,
      }
    },
    signIn: (json, base) =>
      record<SignInRecord>(SignInJson, json, base.attempts.signIn.data, 'sign_in'),
    signUp: (json, base) =>
      record<SignUpRecord>(SignUpJson, json, base.attempts.signUp.data, 'sign_up'),
    errors: json =>
      // as: checked by ErrorsJson
      toRecord(parse(ErrorsJson, json, 'error'), null) as ReturnType<Normalize['errors']>,
  }
}
