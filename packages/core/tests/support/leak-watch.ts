import type { ClienteleOptions, ClienteleStore, Fetch } from '@clientele/core'
import { persist } from '@clientele/core/persist'
import { timeline } from '@clientele/core/timeline'
import { createSecretFinder, printError } from './secret-finder.ts'

/**
 * Watches one store for everything secret that goes over its wire, and for every place where it
 * must not turn up.
 */
export interface LeakWatch {
  /** The options of a store, with what is needed to watch it. */
  readonly options: (options: ClienteleOptions) => ClienteleOptions
  /** From now on every state of it is looked at. */
  readonly watch: (clientele: ClienteleStore) => void
  /** An error that a caller was given. */
  readonly thrown: (error: unknown) => void
  /** Where which kind of secret turned up: empty when all is well. */
  readonly leaks: () => readonly string[]
  /** How many secrets are known, so that a test can tell that there were any. */
  readonly known: () => number
}

export const createLeakWatch = (): LeakWatch => {
  const { see, keep, keepForm, keepTokens, leaks, known } = createSecretFinder()
  let watched: ClienteleStore | undefined

  const wrap =
    (fetch: Fetch): Fetch =>
    async (input, init) => {
      see('URL', input)
      keepForm(String(init.body ?? ''))
      keep('credential', new Headers(init.headers).get('authorization'))
      const answer = await fetch(input, init)
      keep('credential', answer.headers.get('authorization'))
      keepTokens(await answer.clone().text())
      return answer
    }

  return {
    options: options => {
      const items = new Map<string, string>()
      const storage = {
        getItem: (key: string) => items.get(key) ?? null,
        setItem: (key: string, value: string) => {
          see('storage', `${key} ${value}`)
          items.set(key, value)
        },
        removeItem: (key: string) => items.delete(key),
      }
      const onError = (error: unknown) => {
        see('onError', printError(error))
        options.onError?.(error)
      }
      const { fetch = globalThis.fetch, modules = [] } = options
      return {
        ...options,
        onError,
        fetch: wrap(fetch),
        modules: [timeline(), persist({ storage }), ...modules],
      }
    },
    watch: clientele => {
      watched = clientele
      clientele.store.subscribe(state => see('state', JSON.stringify(state)))
    },
    thrown: error => see('error', printError(error)),
    leaks: () => {
      see('timeline', JSON.stringify(watched?.explain()))
      return leaks()
    },
    known,
  }
}
