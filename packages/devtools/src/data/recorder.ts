import type { ClienteleStore } from '@clientele/core'
import { type Explanation, type TimelineEvent, timeline } from '@clientele/core/timeline'

/** How many events are kept, the newest. */
const limit = 10_000

export type State = ReturnType<ClienteleStore['store']['getState']>

/** What happened to a store since the panel was first given it. */
export interface Recorder {
  /** Oldest first; a new list after each change. */
  events(): readonly TimelineEvent[]
  /** The state that a transition led to; undefined for other events, and for what is forgotten. */
  stateAfter(id: number): State | undefined
  explain(): Explanation
  /** Calls back after each event. @returns its undo. */
  subscribe(listener: () => void): () => void
}

/** What the application's own timeline had before; its ids end with 0, where ours begin. */
const readHistory = (clientele: ClienteleStore): Explanation => {
  const { events, signedOut } = clientele.explain()
  const last = events.at(-1)?.id ?? 0
  const move = (event: TimelineEvent): TimelineEvent => ({
    ...event,
    id: event.id - last,
    ...('cause' in event && typeof event.cause === 'number' && { cause: event.cause - last }),
  })
  return {
    events: events.map(move),
    signedOut: signedOut && { ...signedOut, events: signedOut.events.map(move) },
  }
}

const record = (clientele: ClienteleStore): Recorder => {
  const listeners = new Set<() => void>()
  const states = new Map<number, State>()
  const history = readHistory(clientele)
  // Ten thousand events are put together once a change, and not once for each who looks.
  let shown: Explanation | undefined
  const read = (): Explanation => {
    const { events, signedOut } = clientele.explain()
    const known = signedOut ?? (clientele.session === null ? history.signedOut : null)
    return { events: [...history.events, ...events].slice(-limit), signedOut: known }
  }
  const explain = (): Explanation => {
    shown ??= read()
    return shown
  }
  const onEvent = ({ id, kind }: TimelineEvent) => {
    if (kind === 'transition') states.set(id, clientele.store.getState())
    states.delete(id - limit)
    shown = undefined
    for (const listener of listeners) listener()
  }
  clientele.use(timeline({ limit, onEvent }))
  return {
    events: () => explain().events,
    stateAfter: id => states.get(id),
    explain,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const recorders = /* @__PURE__ */ new WeakMap<ClienteleStore, Recorder>()

/** The recorder of a store: one, however often a panel comes and goes. */
export const recorderOf = (clientele: ClienteleStore): Recorder => {
  const known = recorders.get(clientele) ?? record(clientele)
  recorders.set(clientele, known)
  return known
}
