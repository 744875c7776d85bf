import type { Clientele, Source } from '../clientele.ts'
import type { AttemptSlice, State } from '../state.ts'
import type { Client } from '../view/client-view.ts'
import { memo } from '../view/memo.ts'
import type { Snapshot } from '../view/snapshot.ts'
import { type AttemptErrors, toAttemptErrors } from './errors.ts'

type Slice = AttemptSlice<unknown>

/** How the last action of an attempt went. */
export interface AttemptProgress {
  readonly errors: AttemptErrors
  /** `fetching` while an action is under way. */
  readonly fetchStatus: Slice['fetchStatus']
}

/** What of a store one kind of form is made of. */
export interface FormParts<View, Form> {
  readonly view: (client: Client) => View
  readonly slice: (state: State) => Slice
  /** A frozen form, actions and all. */
  readonly make: (view: View | undefined, progress: AttemptProgress) => Form
}

/** The client as it is now, for an action on it. */
export const requireClient = ({ snapshots }: Clientele): Client => {
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

/** A source whose value is another object if and only if something in it differs. */
export const createFormSource = <View, Form>(
  { snapshots, store }: Clientele,
  { view, slice, make }: FormParts<View, Form>,
): Source<Form> => {
  const errorsOf = memo(toAttemptErrors)
  const form = memo(
    (attempt: View | undefined, errors: AttemptErrors, fetchStatus: Slice['fetchStatus']) =>
      make(attempt, { errors, fetchStatus }),
  )
  // The state too, since a view shows what the server holds and not what went wrong on the way.
  const read = ({ client }: Snapshot, state: State): Form => {
    const { error, fetchStatus } = slice(state)
    return form(client && view(client), errorsOf(error), fetchStatus)
  }
  const get = () => read(snapshots.get(), store.getState())
  const initial = read(snapshots.getInitial(), store.getInitialState())
  return {
    get,
    getInitial: () => initial,
    subscribe: listener => {
      let notified = get()
      return store.subscribe(() => {
        const now = get()
        if (now === notified) return
        notified = now
        listener()
      })
    },
  }
}

/** Makes one for each store, once, and lets go of it with the store. */
export const oncePerClientele = <Made>(
  make: (clientele: Clientele) => Made,
): ((clientele: Clientele) => Made) => {
  const made = new WeakMap<Clientele, Made>()
  return clientele => {
    const present = made.get(clientele)
    if (present) return present
    const first = make(clientele)
    made.set(clientele, first)
    return first
  }
}
