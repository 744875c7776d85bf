import type { Kernel } from '../kernel.ts'
import type { SeedToken } from '../normalize/normalize-client.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import { type AttemptKind, setAttempt } from '../slices/attempts.ts'
import { setClient } from '../slices/client.ts'
import { setConnection } from '../slices/connection.ts'
import { clearEndedSession, setActiveSession, setSessions } from '../slices/sessions.ts'
import type { Recipe } from '../store.ts'

/** What the `response` of an answer is. */
export type Subject = 'client' | 'session' | AttemptKind

/** An answer, unwrapped. An absent part is `undefined`; `null` is the server's own word. */
export interface Parts {
  readonly client?: unknown
  readonly response?: unknown
  readonly subject?: Subject | undefined
}

interface Taken {
  readonly recipes: readonly Recipe[]
  readonly tokens: readonly SeedToken[]
}

/** What the answer says beside the client: its subject. */
const takeSubject = ({ normalize, store }: Kernel, { client, response, subject }: Parts): Taken => {
  const base = store.getState()
  if (!response) return { recipes: [], tokens: [] }
  if (subject === 'signIn')
    return { recipes: [setAttempt('signIn', normalize.signIn(response, base))], tokens: [] }
  if (subject === 'signUp')
    return { recipes: [setAttempt('signUp', normalize.signUp(response, base))], tokens: [] }
  if (subject !== 'session' || client) return { recipes: [], tokens: [] }
  const session = normalize.session(response, base)
  return { recipes: [setSessions(session)], tokens: session.tokens }
}

const takeClient = ({ normalize, store }: Kernel, { client, response, subject }: Parts): Taken => {
  // Only where the client is the subject does `null` mean that there is none.
  const json = client ?? (subject === 'client' ? response : undefined)
  if (json === undefined) return { recipes: [], tokens: [] }
  const next = normalize.client(json, store.getState())
  return { recipes: [setClient(next)], tokens: next.tokens }
}

/** When the client becomes known, a session is chosen to begin with, in the same transition. */
const chooseSession = (kernel: Kernel, recipes: readonly Recipe[]): readonly Recipe[] => {
  const { store } = kernel
  if (store.getState().client.known) return []
  const next = store.preview(...recipes)
  return next.client.known ? [setActiveSession(kernel.selectInitialSessionId(next))] : []
}

/**
 * The one door: everything the wire says enters the store here, as one transition together with the
 * caller's own recipes. Data that is equal to what is there changes nothing and is told to nobody.
 *
 * @throws ClienteleError `response_invalid`; the store is untouched then.
 */
export const ingest = (
  kernel: Kernel,
  parts: Parts,
  finish: () => readonly Recipe[] = () => [],
): void => {
  const { store, tokens, seen, turns } = kernel
  const client = takeClient(kernel, parts)
  const subject = takeSubject(kernel, parts)
  const recipes = [...client.recipes, ...subject.recipes, clearEndedSession]
  const answered = client.recipes.length + subject.recipes.length > 0
  if (answered) {
    Object.assign(seen, { answer: true, client: null })
    // A read that is on its way may have been answered before this was.
    turns.disturb()
  }
  // Before the commit: whoever hears of a new session can have its token at once.
  for (const { key, jwt } of [...client.tokens, ...subject.tokens]) tokens.seed(key, jwt)
  const ready = answered ? [setConnection('ready')] : []
  const before = store.getState().sessions
  store.commit(...recipes, ...chooseSession(kernel, recipes), ...ready, ...finish())
  if (store.getState().sessions === before) return
  tokens.clear(sessionId => isSignedIn(selectSession(store.getState(), sessionId)))
}
