import { assertKnown } from '../arguments.ts'
import { guarded } from '../guarded.ts'
import type { Kernel } from '../kernel.ts'
import type { State } from '../state.ts'
import { describeChanges } from './changes.ts'

/** The part of the Redux DevTools extension that is used. */
export interface ReduxDevtoolsExtension {
  /** As the browser extension has it. */
  connect(options: { readonly name: string }): {
    init(state: unknown): void
    send(action: { readonly type: string }, state: unknown): void
  }
}

/** How the store shows itself in the extension. */
export interface ReduxDevtoolsOptions {
  /** How this store is called in the list; `Clientele` when not set. */
  readonly name?: string | undefined
  /** The extension of this browser when not set; without one nothing happens. */
  readonly extension?: ReduxDevtoolsExtension | undefined
}

const findExtension = (): ReduxDevtoolsExtension | undefined => {
  const { __REDUX_DEVTOOLS_EXTENSION__: extension } = globalThis as {
    __REDUX_DEVTOOLS_EXTENSION__?: ReduxDevtoolsExtension
  } // as: what the extension puts there
  return extension
}

/**
 * Shows each transition in the Redux DevTools. State holds no tokens, so neither does what is
 * shown. One can look at what was, and not go back to it: the truth is at the server.
 *
 * @example
 * createClientele({ publishableKey, modules: [reduxDevtools()] })
 */
export const reduxDevtools = (options: ReduxDevtoolsOptions = {}) => {
  assertKnown('reduxDevtools', options, 'name, extension')
  const { name = 'Clientele', extension = findExtension() } = options
  return ({ store, onDispose, onError }: Kernel): void =>
    guarded(onError, () => {
      const connection = extension?.connect({ name })
      connection?.init(store.getState())
      const send = (state: State, before: State) =>
        connection?.send({ type: describeChanges(before, state).join(', ') }, state)
      if (connection) onDispose(store.subscribe(send))
    })
}
