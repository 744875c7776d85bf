import { toClienteleError } from '../errors.ts'
import type { Explanation, SignedOut, TimelineEvent } from '../explanation.ts'
import type { WireAnswer } from '../http/transport.ts'
import type { Kernel } from '../kernel.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import type { State } from '../state.ts'
import { describeChanges } from './changes.ts'

export type { Explanation, SignedOut, TimelineEvent } from '../explanation.ts'

export interface TimelineOptions {
  /** How many events are kept, the newest; 200 when not set. */
  readonly limit?: number | undefined
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
 * Remembers what was asked, what was answered, what changed and how many were told, so that
 * `clientele.explain()` can say why somebody is signed out. Bounded, and without anything secret:
 * neither queries nor bodies are kept.
 *
 * @throws TypeError for a limit that is no positive number.
 * @example
 * const clientele = createClientele({ publishableKey, modules: [timeline()] })
 * clientele.explain().signedOut?.because // 'the answer 200 to GET /client does not have it'
 */
export const timeline = ({ limit = 200 }: TimelineOptions = {}) => {
  if (!(limit >= 1)) throw new TypeError('limit must be a number of events, 1 or more')
  return (kernel: Kernel): void => {
    const { store, ports, onDispose } = kernel
    const events: TimelineEvent[] = []
    const answers = new WeakMap<WireAnswer, TimelineEvent>()
    let count = 0
    let signedOut: SignedOut | null = null

    const add = (entry: Entry): TimelineEvent => {
      const event: TimelineEvent = Object.freeze({ id: ++count, at: ports.clock.now(), ...entry })
      events.push(event)
      if (events.length > limit) events.shift()
      return event
    }

    const { send } = kernel
    kernel.send = async request => {
      const { method, path } = request
      const { id: cause, at } = add({ kind: 'request', method, path })
      const since = () => ports.clock.now() - at
      try {
        const answer = await send(request)
        answers.set(answer, add({ kind: 'answer', cause, status: answer.status, ms: since() }))
        return answer
      } catch (thrown) {
        add({ kind: 'failure', cause, code: toClienteleError(thrown).code, ms: since() })
        throw thrown
      }
    }

    const find = (id: number) => events.find(event => event.id === id)
    const causeNow = (): TimelineEvent | string => {
      const { cause = here } = kernel
      return typeof cause === 'string' ? cause : (answers.get(cause) ?? here)
    }

    const record = (state: State, before: State) => {
      const cause = causeNow()
      const changes = describeChanges(before, state)
      const told = store.count() - 1
      const event = add({
        kind: 'transition',
        cause: typeof cause === 'string' ? cause : cause.id,
        changes,
        told,
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
          because: explainEnd(sessionId, state, cause, request),
          events: chain,
        }
      }
    }

    onDispose(store.subscribe(record))
    kernel.explain = (): Explanation => ({ signedOut, events: [...events] })
  }
}
