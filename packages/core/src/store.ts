import { freeze, produce } from 'immer'
import { subscribeWithSelector } from 'zustand/middleware'
import { createStore, type StateCreator } from 'zustand/vanilla'
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

type Selectable = StateCreator<State, [], [['zustand/subscribeWithSelector', never]]>
type Listener = (state: State, previous: State) => void

interface Listening {
  readonly listener: Listener
  /** False once it was undone, also while a transition is being told. */
  listens: boolean
}

/** The read-only part of the zustand store. */
export interface ReadonlyStore {
  getState(): State
  getInitialState(): State
  subscribe(listener: Listener): () => void
  subscribe<Slice>(
    selector: (state: State) => Slice,
    listener: (slice: Slice, previous: Slice) => void,
    options?: { equalityFn?: (a: Slice, b: Slice) => boolean; fireImmediately?: boolean },
  ): () => void
}

export interface Store extends ReadonlyStore {
  /**
   * Applies recipes as one transition: listeners hear of it once, or not at all when nothing
   * changed.
   */
  commit(...recipes: readonly Recipe[]): void
  /** How many listen. */
  count(): number
  /** The state that `commit` would make, told to nobody. */
  preview(...recipes: readonly Recipe[]): State
}

/**
 * Tells each transition to every listener before the next one is told, also when a listener causes
 * that next one, and also when a listener throws. Without this, a listener late in the list would
 * hear of nested transitions backwards.
 */
const inOrder =
  (create: Selectable, listeners: Set<Listening>, onError: (error: unknown) => void): Selectable =>
  (set, get, api) => {
    const untold: [State, State][] = []
    let all: readonly Listening[] | undefined
    const tellAll = ([state, previous]: [State, State]) => {
      all ??= [...listeners]
      for (const each of all)
        try {
          if (each.listens) each.listener(state, previous)
        } catch (error) {
          onError(error)
        }
    }
    api.subscribe((state, previous) => {
      if (untold.push([state, previous]) > 1) return
      for (let change = untold[0]; change; change = untold[0]) {
        tellAll(change)
        untold.shift()
      }
    })
    api.subscribe = listener => {
      // One each, since the same function may listen twice.
      const each = { listener, listens: true }
      listeners.add(each)
      all = undefined
      return () => {
        each.listens = false
        listeners.delete(each)
        all = undefined
      }
    }
    return create(set, get, api)
  }

export const createStateStore = (
  initial: State | undefined,
  onError: (error: unknown) => void,
): Store => {
  const start = freeze(initial ?? createInitialState(), true)
  const listeners = new Set<Listening>()
  const store = createStore<State>()(
    inOrder(
      subscribeWithSelector(() => start),
      listeners,
      onError,
    ),
  )
  const { getState, getInitialState, subscribe, setState } = store
  const preview: Store['preview'] = (...recipes) =>
    produce(getState(), (draft: unknown) => {
      for (const apply of recipes) apply(draft as Draft) // as: a part of what immer lets be written
    })
  const count = () => listeners.size
  return {
    getState,
    getInitialState,
    subscribe,
    count,
    preview,
    commit: (...recipes) => setState(preview(...recipes), true),
  }
}
