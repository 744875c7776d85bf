import { assertKnown } from '../arguments.ts'
import { toClienteleError } from '../errors.ts'
import type { Explanation, SignedOut, TimelineEvent } from '../explanation.ts'
import { guarded } from '../guarded.ts'
import type { WireResponse } from '../http/transport.ts'
import type { Kernel } from '../kernel.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import type { State } from '../state.ts'
import type { Cause, Transition } from '../store.ts'
import { describeChanges } from './changes.ts'

export type { Explanation, SignedOut, TimelineEvent } from '../explanation.ts'

/** How much is kept for `explain()`. */
export interface TimelineOptions {
  /** How many events are kept, the newest; 200 when not set. */
  readonly limit?: number | undefined
  /** Runs after each event; an error of it goes to `onError`. */
  readonly onEvent?: ((event: TimelineEvent) => void) | undefined
}

type Entry = TimelineEvent extends infer Event
  ? Event extends TimelineEvent
    ? Omit<Event, 'id' | 'at'>
    : never
  : never

const here = 'this tab'

/** Why the session that was active is so no more, in words. */
const explainEnd = (
  id: string,
  state: State,
  cause: TimelineEvent | string,
  request: TimelineEvent | undefined,
): string => {
  const session = selectSession(state, id)
  if (isSignedIn(session)) return `setActive() chose another one or none, in ${cause}`
  if (typeof cause === 'string')
    return state.sessions.revoking.includes(id)
      ? `signed out in ${cause}`
      : `taken away in ${cause}`
  const asked = request?.kind === 'request' ? `${request.method} ${request.path}` : 'a request'
  const answer = `the answer ${cause.kind === 'answer' ? cause.status : ''} to ${asked}`
  return session ? `${answer} says that it is ${session.status}` : `${answer} does not have it`
}

/**
 * Remembers what was asked, what was answered, what changed and how many were notified, so that
 * `clientele.explain()` can say why somebody is signed out. Bounded, and without anything secret:
 * neither queries nor bodies are kept.
 *
 * @throws TypeError for a limit that is no positive number.
 * @example
 * const clientele = createClientele({ publishableKey, modules: [timeline()] })
 * clientele.explain().signedOut?.reason // 'the answer 200 to GET /client does not have it'
 */
export const timeline = (options: TimelineOptions = {}) => {
  assertKnown('timeline', options, 'limit, onEvent')
  const { limit = 200, onEvent } = options
  if (!(limit >= 1)) throw new TypeError('limit must be a number of events, 1 or more')
  return (kernel: Kernel): void => {
    const { hooks, time, store, onDispose, onError } = kernel
    const events: TimelineEvent[] = []
    const responses = new WeakMap<WireResponse, TimelineEvent>()
    let count = 0
    let signedOut: SignedOut | null = null

    const add = (entry: Entry): TimelineEvent => {
      const event: TimelineEvent = Object.freeze({ id: ++count, at: time.wall(), ...entry })
      events.push(event)
      if (events.length > limit) events.shift()
      if (onEvent) guarded(onError, () => onEvent(event))
      return event
    }

    hooks.guard((attempt, _, action) => void add({ kind: 'intent', attempt, action }))
    hooks.intercept(async (request, send) => {
      const { method, path } = request
      const { id: cause } = add({ kind: 'request', method, path })
      const begun = time.steady()
      const since = () => time.steady() - begun
      try {
        const response = await send(request)
        const { status } = response
        responses.set(response, add({ kind: 'answer', cause, status, ms: since() }))
        return response
      } catch (thrown) {
        add({ kind: 'failure', cause, code: toClienteleError(thrown).code, ms: since() })
        throw thrown
      }
    })

    const find = (id: number) => events.find(event => event.id === id)
    const toEvent = (cause: Cause): TimelineEvent | string =>
      typeof cause === 'object' ? (responses.get(cause) ?? here) : (cause ?? here)

    const record = ({ state, previous: before, cause: from, listenerCount }: Transition) => {
      const cause = toEvent(from)
      const event = add({
        kind: 'transition',
        cause: typeof cause === 'string' ? cause : cause.id,
        changes: describeChanges(before, state),
        listenerCount,
      })
      const { activeId: sessionId } = before.sessions
      if (state.sessions.activeId !== null) signedOut = null
      else if (sessionId !== null) {
        const request =
          typeof cause !== 'string' && 'cause' in cause ? find(Number(cause.cause)) : undefined
        const chain = [request, cause, event].filter(item => typeof item === 'object')
        signedOut = {
          sessionId,
          at: event.at,
          reason: explainEnd(sessionId, state, cause, request),
          events: chain,
        }
      }
    }

    onDispose(store.onCommit(record))
    hooks.explainWith((): Explanation => ({ signedOut, events: [...events] }))
  }
}
