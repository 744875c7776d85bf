import type { AttemptActions } from '../actions/action-table.ts'
import { bindActions } from '../actions/attempt-action.ts'
import type { ClienteleStore, Source } from '../clientele-store.ts'
import { type ClienteleError, isClienteleError, toErrorRecord } from '../errors.ts'
import type { ErrorRecord } from '../records.ts'
import type { AttemptSlice, State } from '../state.ts'
import type { Client } from '../view/client-view.ts'
import { memo } from '../view/memo.ts'
import type { Snapshot } from '../view/snapshot.ts'
import { type AttemptErrors, toAttemptErrors } from './errors.ts'
import { type FormValues, readValues, type Values } from './values.ts'

type Slice = AttemptSlice<unknown>

/** How the last action of an attempt went. */
export interface AttemptProgress {
  /** What the last action was refused for, by field; empty when nothing was. */
  readonly errors: AttemptErrors
  /** `fetching` while an action is under way. */
  readonly fetchStatus: Slice['fetchStatus']
}

/** What an action of a form resolves to: it never rejects with what the server or network did. */
export interface ActionResult {
  /** What went wrong, which is in `errors` too; `null` when nothing did. */
  readonly error: ClienteleError | null
}

/** The same methods, each resolving to a result. */
export type FormActions<Methods, Result> = {
  readonly [Name in keyof Methods]: Methods[Name] extends (...params: infer Params) => unknown
    ? (...params: Params) => Promise<Result>
    : never
}

/** What every form can do beside the methods of its attempt. */
export interface CommonActions<Result> {
  /**
   * Sends what `fields` asks for: text and ticks; a file is neither. TypeError when there is
   * nothing to send.
   */
  readonly submit: (values: FormValues) => Promise<Result>
  /** Forgets the attempt in progress, here and at once. */
  readonly reset: () => void
}

/** What the actions of one kind of form are made of. */
export interface FormContext<Form, Result, Choice> {
  /** The form as it is now. */
  readonly get: () => Form
  /** Calls a method of the attempt in progress. */
  readonly run: (name: string, params: unknown) => Promise<Result>
  /** Keeps what was chosen in the form alone, and nowhere in state. */
  readonly choose: (choice: Choice) => void
}

/** What of a store one kind of form is made of. */
export interface FormParts<View, Actions, Form, Result, Choice> {
  readonly table: AttemptActions
  readonly view: (client: Client) => View
  readonly slice: (state: State) => Slice
  readonly reset: (client: Client) => void
  readonly toResult: (error: ClienteleError | null, view: View) => Result
  /** Which method sends what was typed, and what it takes. @throws TypeError when none does. */
  readonly toCall: (form: Form, values: Values) => readonly [name: string, params: object]
  readonly more: (context: FormContext<Form, Result, Choice>) => object
  /** A frozen form, actions and all. */
  readonly make: (
    view: View | undefined,
    progress: AttemptProgress,
    actions: Actions,
    chosen: Choice | undefined,
  ) => Form
}

/** The client as it is now, for an action on it. */
export const requireClient = ({ snapshots }: ClienteleStore): Client => {
  const { client } = snapshots.get()
  if (!client)
    throw new TypeError(
      'The client is not known yet: wait for clientele.load(), or until status is ready',
    )
  return client
}

/** Calls a method of an attempt by its name in the table of actions. */
export const callMethod = (method: unknown, params: unknown): Promise<unknown> => {
  if (typeof method !== 'function') throw new TypeError('unreachable: views have every action')
  return method(params)
}

/** What failed before anything was sent, for as long as no other action is begun. */
interface Unsent {
  readonly slice: Slice
  readonly error: ErrorRecord
}

/** A source whose value is another object if and only if something in it differs. */
export const createFormSource = <View extends object, Actions, Form, Result, Choice = never>(
  clientele: ClienteleStore,
  parts: FormParts<View, Actions, Form, Result, Choice>,
): Source<Form> => {
  const { view, slice } = parts
  const { snapshots, store } = clientele
  const listeners = new Set<() => void>()
  let own: { readonly unsent?: Unsent; readonly chosen?: Choice } = {}
  const setOwn = (next: typeof own) => {
    own = next
    for (const listener of listeners) listener()
  }
  const act = async (name: string, params: unknown): Promise<ClienteleError | null> => {
    const method: unknown = Reflect.get(view(requireClient(clientele)), name)
    const before = slice(store.getState())
    try {
      await callMethod(method, params)
      return null
    } catch (thrown) {
      if (!isClienteleError(thrown)) throw thrown
      // The store knows of what was sent alone.
      if (slice(store.getState()) === before)
        setOwn({ ...own, unsent: { slice: before, error: toErrorRecord(thrown) } })
      return thrown
    }
  }
  const run = async (name: string, params: unknown): Promise<Result> => {
    const error = await act(name, params)
    return parts.toResult(error, view(requireClient(clientele)))
  }
  const get = () => read(snapshots.get(), store.getState())
  // as: the methods of its table, and those beside them
  const actions = {
    ...bindActions(parts.table, (name, _, params) => run(name, params)),
    ...parts.more({ get, run, choose: chosen => setOwn({ ...own, chosen }) }),
    submit: async (values: FormValues) => {
      requireClient(clientele)
      return run(...parts.toCall(get(), readValues(values)))
    },
    reset: () => {
      parts.reset(requireClient(clientele))
      setOwn({})
    },
  } as Actions
  const errorsOf = memo(toAttemptErrors)
  const form = memo(
    (
      attempt: View | undefined,
      errors: AttemptErrors,
      fetchStatus: Slice['fetchStatus'],
      chosen: Choice | undefined,
    ) => parts.make(attempt, { errors, fetchStatus }, actions, chosen),
  )
  // The state too, since a view shows what the server holds and not what went wrong on the way.
  const read = ({ client }: Snapshot, state: State): Form => {
    const now = slice(state)
    const { unsent, chosen } = own
    const error = unsent?.slice === now ? unsent.error : now.error
    return form(client && view(client), errorsOf(error), now.fetchStatus, chosen)
  }
  const initial = read(snapshots.getInitial(), store.getInitialState())
  return {
    get,
    getInitial: () => initial,
    subscribe: listener => {
      let notified = get()
      const check = () => {
        const now = get()
        if (now === notified) return
        notified = now
        listener()
      }
      const stop = store.subscribe(check)
      listeners.add(check)
      return () => {
        listeners.delete(check)
        stop()
      }
    },
  }
}

/** Makes one for each store, once, and lets go of it with the store. */
export const oncePerClientele = <Made>(
  make: (clientele: ClienteleStore) => Made,
): ((clientele: ClienteleStore) => Made) => {
  const made = new WeakMap<ClienteleStore, Made>()
  return clientele => {
    const present = made.get(clientele)
    if (present) return present
    const first = make(clientele)
    made.set(clientele, first)
    return first
  }
}
