import { freeze, produce } from 'immer'
import { subscribeWithSelector } from 'zustand/middleware'
import { createStore, type StateCreator } from 'zustand/vanilla'
import { assertSubscription } from './arguments.ts'
import { guarded } from './guarded.ts'
import type { WireResponse } from './http/transport.ts'
import { type AttemptsSlice, createInitialState, type State } from './state.ts'

type Writable<Slice> = { -readonly [Field in keyof Slice]: Slice[Field] }

/**
 * State as a recipe may write it: the fields of each slice, whole. Records are replaced and never
 * written into.
 */
export type Draft = {
  -readonly [Name in Exclude<keyof State, 'attempts'>]: Writable<State[Name]>
} & { readonly attempts: { readonly [Kind in keyof AttemptsSlice]: Writable<AttemptsSlice[Kind]> } }

/** A change of state, written on a draft. Named `set…`, `clear…` or `bump…`. */
export type Recipe = (draft: Draft) => void

/** Where a transition comes from: a response, or in words; nothing for this program itself. */
export type Cause = WireResponse | string | undefined

/** One change of state. */
export interface Transition {
  /** After it. */
  readonly state: State
  /** Before it. */
  readonly previous: State
  /** What brought it about. */
  readonly cause: Cause
  /** How many listeners are notified of it. */
  readonly listenerCount: number
}

type Selectable = StateCreator<State, [], [['zustand/subscribeWithSelector', never]]>
type Listener = (state: State, previous: State) => void

interface Subscription {
  readonly listener: Listener
  /** False once it was undone, also while a transition is being notified. */
  isActive: boolean
}

/** When a subscriber of a part is called back. */
export interface SelectOptions<Slice> {
  /** Says what counts as the same; `Object.is` when not set. */
  readonly equalityFn?: ((a: Slice, b: Slice) => boolean) | undefined
  /** Call back with the present slice at once. */
  readonly fireImmediately?: boolean | undefined
}

/** The read-only part of the zustand store. */
export interface ReadonlyStore {
  /** The same object as long as nothing has changed. */
  getState(): State
  /** What a server rendered from, or nothing known. */
  getInitialState(): State
  /** Calls back after each transition. @returns its undo. */
  subscribe(listener: Listener): () => void
  /** Calls back when what the selector reads has changed. @returns its undo. */
  subscribe<Slice>(
    selector: (state: State) => Slice,
    listener: (slice: Slice, previous: Slice) => void,
    options?: SelectOptions<Slice>,
  ): () => void
}

export interface Store extends ReadonlyStore {
  /**
   * Applies recipes as one transition: listeners are notified once, or not at all when nothing
   * changed. A store that was closed does nothing.
   */
  commit(...recipes: readonly Recipe[]): void
  /** `commit`, with what the transition comes from. */
  commitFrom(cause: Cause, ...recipes: readonly Recipe[]): void
  /** Calls back with each transition, before the listeners are notified. @returns its undo. */
  onCommit(listener: (transition: Transition) => void): () => void
  /** The state that `commit` would make; nobody is notified. */
  preview(...recipes: readonly Recipe[]): State
  /** Ends it: nobody is notified of anything any more, and the state stays as it is. */
  close(): void
}

interface Notifications {
  readonly subscriptions: Set<Subscription>
  readonly observers: Set<(transition: Transition) => void>
  /** What the transition comes from that is being made. */
  cause: Cause
  isClosed: boolean
}

/**
 * Notifies every listener of each transition before the next one is notified, also when a listener
 * causes that next one, and also when a listener throws. Without this, a listener late in the list
 * would hear of nested transitions backwards.
 */
const inOrder =
  (create: Selectable, shared: Notifications, onError: (error: unknown) => void): Selectable =>
  (set, get, api) => {
    const { subscriptions, observers } = shared
    const pending: Transition[] = []
    let all: readonly Subscription[] | undefined
    const notifyAll = (transition: Transition) => {
      all ??= [...subscriptions]
      for (const observer of observers) guarded(onError, () => observer(transition))
      for (const each of all)
        if (each.isActive && !shared.isClosed)
          guarded(onError, () => each.listener(transition.state, transition.previous))
    }
    api.subscribe((state, previous) => {
      const { cause } = shared
      const transition = { state, previous, cause, listenerCount: subscriptions.size }
      if (pending.push(transition) > 1) return
      for (let next = pending[0]; next; next = pending[0]) {
        notifyAll(next)
        pending.shift()
      }
    })
    api.subscribe = listener => {
      // One each, since the same function may listen twice.
      const each = { listener, isActive: true }
      subscriptions.add(each)
      all = undefined
      return () => {
        each.isActive = false
        subscriptions.delete(each)
        all = undefined
      }
    }
    return create(set, get, api)
  }

/** @param start the state to begin with, which is frozen. */
export const createStateStore = (
  start: State | undefined,
  onError: (error: unknown) => void,
): Store => {
  const shared: Notifications = {
    subscriptions: new Set(),
    observers: new Set(),
    cause: undefined,
    isClosed: false,
  }
  const initial = freeze(start ?? createInitialState(), true)
  const store = createStore<State>()(
    inOrder(
      subscribeWithSelector(() => initial),
      shared,
      onError,
    ),
  )
  const { getState, getInitialState, subscribe, setState } = store
  const preview: Store['preview'] = (...recipes) =>
    produce(getState(), (draft: unknown) => {
      for (const recipe of recipes) recipe(draft as Draft) // as: a part of what immer lets write
    })
  const commitFrom: Store['commitFrom'] = (cause, ...recipes) => {
    if (shared.isClosed) return
    const outer = shared.cause
    shared.cause = cause
    try {
      setState(preview(...recipes), true)
    } finally {
      shared.cause = outer
    }
  }
  return {
    getState,
    getInitialState,
    subscribe: (...given: readonly unknown[]) => {
      assertSubscription(...given)
      return subscribe(...(given as [Listener])) // as: just looked at
    },
    preview,
    commitFrom,
    commit: (...recipes) => commitFrom(undefined, ...recipes),
    onCommit: listener => {
      shared.observers.add(listener)
      return () => shared.observers.delete(listener)
    },
    close: () => {
      shared.isClosed = true
      shared.subscriptions.clear()
      shared.observers.clear()
    },
  }
}
