import type { ClienteleOptions, ClienteleStore } from '@clientele/core'
import { createClientele } from './create-clientele.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import {
  json,
  publishableKey,
  type ScriptedFetch,
  type Seen,
  scriptedFetch,
} from './scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson, userJson } from './wire.ts'

/** What may happen to a request in place of being answered: never answered, or lost on the way. */
type Now = Response | 'silent' | 'lost' | undefined
export type Fate = Now | Promise<Now>

/** A server of one client, some of whose answers the test writes. */
export interface SessionServer extends ScriptedFetch {
  /** Ids of the sessions that it has. */
  sessions: readonly string[]
  signIn: object | null
  signUp: object | null
  /** What happens to a request; it is answered when this says nothing. */
  on: (request: Seen) => Fate
  /** What was asked, such as `POST /client/sign_ins`. */
  readonly lines: () => readonly string[]
  readonly client: () => object
}

const never = () => new Promise<never>(() => {})

export const signInJson = (over: object = {}) => ({
  id: 'sia_1',
  status: 'needs_first_factor',
  identifier: 'a@b.c',
  supported_first_factors: [{ strategy: 'password' }],
  first_factor_verification: null,
  ...over,
})

export const signUpJson = (over: object = {}) => ({
  id: 'sua_1',
  status: 'missing_requirements',
  required_fields: ['email_address'],
  optional_fields: [],
  missing_fields: [],
  unverified_fields: ['email_address'],
  email_address: 'a@b.c',
  verifications: {},
  ...over,
})

const sessionOf = (id: string, over: object = {}) =>
  sessionJson(id, { user: userJson(`user_of_${id}`), ...over })

export const createSessionServer = (
  now: () => number,
  sessions: readonly string[] = ['sess_1'],
): SessionServer => {
  let made = 0
  const envelope = (response: unknown) => ({ response, client: server.client() })
  const actOnClient = ({ method }: Seen) => {
    if (method === 'DELETE') server.sessions = []
    return { response: server.client(), client: null }
  }
  const actOnSession = (id: string, verb: string) => {
    if (!server.sessions.includes(id)) return undefined
    if (verb === 'tokens')
      return { object: 'token', jwt: jwtOf(id, Math.floor(now() / 1000), { made: ++made }) }
    const status = { remove: 'removed', end: 'ended' }[verb] ?? 'active'
    if (status !== 'active') server.sessions = server.sessions.filter(each => each !== id)
    return envelope(sessionOf(id, { status }))
  }
  const actOnSignIn = (id: string, verb: string, identifier: string | null) => {
    if (!id) server.signIn = signInJson({ id: `sia_${++made}`, identifier })
    if (!server.signIn || !verb.startsWith('attempt'))
      return server.signIn ? envelope(server.signIn) : undefined
    const entered = `sess_new${++made}`
    const complete = { ...server.signIn, status: 'complete', created_session_id: entered }
    server.sessions = [...server.sessions, entered]
    server.signIn = null
    return envelope(complete)
  }
  const actOnSignUp = (id: string) => {
    if (!id) server.signUp = signUpJson({ id: `sua_${++made}` })
    return server.signUp ? envelope(server.signUp) : undefined
  }
  const act = (request: Seen): object | undefined => {
    const [, , kind, id = '', verb = ''] = request.path.split('/')
    if (kind === 'sign_ins') return actOnSignIn(id, verb, request.form.get('identifier'))
    if (kind === 'sign_ups') return actOnSignUp(id)
    return kind === 'sessions' && id ? actOnSession(id, verb) : actOnClient(request)
  }
  const wire = scriptedFetch(async request => {
    const fate = await server.on(request)
    if (fate === 'lost') throw new TypeError('fetch failed')
    // Fetch as the platform has it ends with its signal.
    if (fate === 'silent')
      return new Promise<Response>((_, reject) => {
        const { signal } = request.init
        signal?.addEventListener('abort', () => reject(signal.reason))
      })
    if (fate) return fate
    const body = act(request)
    return body ? json(body) : json(errorJson('resource_not_found'), { status: 404 })
  })
  const server: SessionServer = {
    ...wire,
    sessions,
    signIn: null,
    signUp: null,
    on: () => undefined,
    lines: () => wire.seen.map(({ method, path }) => `${method} ${path}`),
    client: () =>
      clientJson({
        sessions: server.sessions.map(id => sessionOf(id)),
        sign_in: server.signIn,
        sign_up: server.signUp,
        last_active_session_id: server.sessions[0] ?? null,
      }),
  }
  return server
}

/** A store that is not loaded yet, its server and its clock. */
export interface Opened {
  readonly clientele: ClienteleStore
  readonly server: SessionServer
  readonly clock: ManualClock
}

export const createOpened = (
  options: Partial<ClienteleOptions> = {},
  sessions?: readonly string[],
): Opened => {
  const clock = createManualClock()
  const server = createSessionServer(clock.now, sessions)
  const { fetch } = server
  const clientele = createClientele({ publishableKey, fetch, clock, random: () => 0, ...options })
  return { clientele, server, clock }
}

/** The same, loaded. */
export const openLoaded = async (
  options: Partial<ClienteleOptions> = {},
  sessions?: readonly string[],
): Promise<Opened> => {
  const opened = createOpened(options, sessions)
  const loaded = opened.clientele.load()
  await opened.clock.advance(100)
  await loaded
  return opened
}

/** What becomes of a promise within `ms`: its value, its error, or `pending`. */
export const outcomeOf = async (
  clock: ManualClock,
  promise: Promise<unknown> | undefined,
  ms: number,
): Promise<unknown> => {
  let outcome: unknown = 'pending'
  promise?.then(
    value => {
      outcome = value
    },
    error => {
      outcome = error
    },
  )
  await clock.advance(ms)
  return outcome
}

/** What a port does that the platform lost. */
export const hang = never
