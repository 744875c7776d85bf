import { isObject } from '../is-object.ts'
import type { Kernel } from '../kernel.ts'
import type { SeedToken } from '../normalize/normalize-client.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import {
  type AttemptKind,
  discardAttempt,
  dropEndedAttempts,
  setAttempt,
} from '../slices/attempts.ts'
import { setClient } from '../slices/client.ts'
import { setConnection } from '../slices/connection.ts'
import { clearEndedSession, setActiveSession, setSessions } from '../slices/sessions.ts'
import type { State } from '../state.ts'
import type { Cause, Recipe } from '../store.ts'

/** What the `response` of an answer is. */
export type ResourceType = 'client' | 'session' | AttemptKind

/** What there is to apply. An absent part is `undefined`; `null` is the server's own word. */
export interface Parts {
  readonly client?: unknown
  readonly response?: unknown
  readonly resource?: ResourceType | undefined
  /** The attempt was reset or replaced: it is not shown, and does not come back. */
  readonly isVoid?: boolean
  /** Changed in the same transition; asked when all else is found to be right. */
  readonly also?: () => readonly Recipe[]
}

interface Changes {
  readonly recipes: readonly Recipe[]
  readonly tokens: readonly SeedToken[]
}

const none: Changes = { recipes: [], tokens: [] }

const isAttempt = (resource: ResourceType | undefined): resource is AttemptKind =>
  resource === 'signIn' || resource === 'signUp'

const idOf = (response: unknown): string | undefined =>
  isObject(response) && 'id' in response ? String(response.id) : undefined

/** What a void attempt leaves: it is known by its id, so that no later answer shows it. */
const discardVoid = ({ response, resource, isVoid = false }: Parts): readonly Recipe[] => {
  const id = idOf(response)
  return isVoid && isAttempt(resource) && id !== undefined ? [discardAttempt(resource, id)] : []
}

/** What the answer says beside the client: its resource. */
const toResourceChanges = (
  { normalize }: Kernel,
  { client, response, resource, isVoid }: Parts,
  base: State,
): Changes => {
  if (!response) return none
  if (isAttempt(resource))
    return isVoid
      ? none
      : { recipes: [setAttempt(resource, normalize[resource](response, base))], tokens: [] }
  if (resource !== 'session' || client) return none
  const session = normalize.session(response, base)
  return { recipes: [setSessions(session)], tokens: session.tokens }
}

const toClientChanges = (
  { normalize }: Kernel,
  { client, response, resource }: Parts,
  base: State,
): Changes => {
  // Only where the client is the resource does `null` mean that there is none.
  const json = client ?? (resource === 'client' ? response : undefined)
  if (json === undefined) return none
  const next = normalize.client(json, base)
  return { recipes: [setClient(next)], tokens: next.tokens }
}

/** When the client becomes known, a session is chosen to begin with, in the same transition. */
const chooseSession = (kernel: Kernel, recipes: readonly Recipe[]): readonly Recipe[] => {
  const { store, hooks } = kernel
  if (store.getState().client.loaded) return []
  const next = store.preview(...recipes)
  return next.client.loaded ? [setActiveSession(hooks.selectInitialSessionId(next))] : []
}

/**
 * The single entry point: everything the wire says enters the store here, as one transition
 * together with the caller's own recipes. Data that is equal to what is there changes nothing, and
 * nobody is notified.
 *
 * @throws ClienteleError `response_invalid`; the store is untouched then.
 */
export const apply = (kernel: Kernel, parts: Parts, cause: Cause): void => {
  const { store, tokens, queue } = kernel
  const before = store.getState()
  const discards = discardVoid(parts)
  const base = discards.length > 0 ? store.preview(...discards) : before
  const client = toClientChanges(kernel, parts, base)
  const resource = toResourceChanges(kernel, parts, base)
  const isWhole = client.recipes.length > 0
  const recipes = [...discards, ...client.recipes, ...resource.recipes, clearEndedSession]
  const isAnswered = isWhole || resource.recipes.length > 0
  if (isAnswered) {
    kernel.received.any = true
    // A read that is on its way may have been answered before this was.
    queue.invalidateReads()
  }
  // Before the commit: whoever is notified of a new session can have its token at once.
  tokens.seed([...client.tokens, ...resource.tokens])
  store.commitFrom(
    cause,
    ...recipes,
    ...chooseSession(kernel, recipes),
    dropEndedAttempts(before, isWhole),
    ...(isAnswered ? [setConnection('ready')] : []),
    ...(parts.also?.() ?? []),
  )
  if (store.getState().sessions === before.sessions) return
  tokens.clear(sessionId => isSignedIn(selectSession(store.getState(), sessionId)))
}
