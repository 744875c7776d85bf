import {
  type ClienteleOptions,
  type ClienteleStore,
  createClientele as create,
  type Fetch,
  type StoragePort,
} from '@clientele/core'
import { runFinder } from './run-watch/run-finder.ts'
import { watchCalls } from './run-watch/watch-calls.ts'
import { printError } from './secret-finder.ts'

const seeError = (error: unknown) => runFinder().see('error', printError(error))

/** What is read of an answer, and not a copy of it: who reads is not kept waiting for another. */
const watchAnswer = (answer: Response): void => {
  const { keep, keepTokens } = runFinder()
  keep('credential', answer.headers.get('authorization'))
  const read = answer.text
  answer.text = () => {
    const text = Reflect.apply(read, answer, [])
    text.then(keepTokens, () => {})
    return text
  }
}

/** Learns what is secret of what goes over the wire. */
const watchFetch =
  (fetch: Fetch): Fetch =>
  (input, init) => {
    const { see, keep, keepForm } = runFinder()
    see('URL', input)
    keepForm(String(init.body ?? ''))
    keep('credential', new Headers(init.headers).get('authorization'))
    const answer = fetch(input, init)
    answer.then(watchAnswer, () => {})
    return answer
  }

/** The credential of a native application is what its storage is for. */
const watchKeys = (storage: StoragePort): StoragePort => ({
  getItem: key => storage.getItem(key),
  setItem: (key, value) => {
    runFinder().see('storage key', key)
    return storage.setItem(key, value)
  },
  removeItem: key => storage.removeItem(key),
})

const createWatched = (options: ClienteleOptions): ClienteleStore => {
  const { fetch = (input, init) => globalThis.fetch(input, init), storage } = options
  try {
    return create({
      ...options,
      fetch: watchFetch(fetch),
      ...(storage && { storage: watchKeys(storage) }),
      onError: error => {
        seeError(error)
        options.onError?.(error)
      },
    })
  } catch (error) {
    seeError(error)
    throw error
  }
}

/**
 * A store as every test makes one: the core's, with an eye on all that it shows, so that nothing
 * secret turns up anywhere in the whole run.
 */
export const createClientele: typeof create = options => {
  const clientele = createWatched(options)
  const { seeData, later } = runFinder()
  const { publishableKey, store, snapshots, use, explain } = clientele
  seeData('state', store.getState())
  store.subscribe(state => runFinder().seeData('state', state))
  later(() => runFinder().see('timeline', JSON.stringify(explain())))
  const show = watchCalls(seeError)
  const { load, subscribe, addListener, setActive, signOut, getToken, dispose } = clientele
  return {
    ...show({ load, subscribe, addListener, setActive, signOut, getToken, explain, dispose }),
    publishableKey,
    store,
    snapshots: show(snapshots),
    // A module is given the kernel itself, and not what is shown of it.
    use: module => show(use(module)),
    get status() {
      return clientele.status
    },
    get client() {
      return show(clientele.client)
    },
    get session() {
      return show(clientele.session)
    },
    get user() {
      return show(clientele.user)
    },
    get isSignedIn() {
      return clientele.isSignedIn
    },
    get organization() {
      return show(clientele.organization)
    },
  }
}
