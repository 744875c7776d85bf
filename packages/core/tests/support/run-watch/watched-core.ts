import {
  type ClienteleOptions,
  createClientele as create,
  type Module,
} from '../../../src/index.ts'
import { runFinder } from './run-finder.ts'

// What tests import by the name of the core: the core itself, with an eye on each store. It changes
// nothing, not even when.

export * from '../../../src/index.ts'

const watch: Module = kernel => {
  const { keep, keepForm, keepTokens, seeData } = runFinder()
  const { send } = kernel
  kernel.send = request => {
    const body = Object.entries(request.body ?? {}).map(([name, value]) => [name, String(value)])
    keepForm(new URLSearchParams(body).toString())
    const answer = send(request)
    answer.then(
      ({ text, headers }) => {
        keepTokens(text)
        keep('credential', headers.get('authorization'))
      },
      () => {},
    )
    return answer
  }
  seeData('state', kernel.store.getState())
  kernel.store.subscribe(state => seeData('state', state))
}

/** The credential of a native application is what its storage is for. */
const watchKeys = (storage: NonNullable<ClienteleOptions['storage']>) => ({
  getItem: (key: string) => storage.getItem(key),
  setItem: (key: string, value: string) => {
    runFinder().see('storage key', key)
    return storage.setItem(key, value)
  },
  removeItem: (key: string) => storage.removeItem(key),
})

export const createClientele: typeof create = options => {
  const { fetch, storage, modules = [] } = options
  const clientele = create({
    ...options,
    ...(storage && { storage: watchKeys(storage) }),
    ...(fetch && {
      fetch: (input: string, init: RequestInit) => {
        runFinder().see('URL', input)
        return fetch(input, init)
      },
    }),
    modules: [...modules, watch],
  })
  runFinder().later(() => runFinder().see('timeline', JSON.stringify(clientele.explain())))
  return clientele
}
