// What `@clientele/core` is under the condition "development", which bundlers set while one works
// on an application: the same, and it says in the console what is wrong with the set-up. Nothing
// of it is in a production bundle.
import { type ClienteleStore, createClientele as create } from './clientele.ts'

export * from './index.ts'

/** Says each thing once. */
const createWarner = () => {
  const said = new Set<string>()
  return (problem: unknown): void => {
    const text = problem instanceof Error ? problem.message : String(problem)
    if (said.has(text)) return
    said.add(text)
    // biome-ignore lint/suspicious/noConsole: the console is where it is for
    console.warn(`[clientele] ${text}`)
  }
}

/** With a key of a development instance, what nobody else is told of goes to the console. */
export const createClientele: typeof create = options => {
  if (!options?.publishableKey?.startsWith?.('pk_test_')) return create(options)
  const warn = createWarner()
  const clientele: ClienteleStore = create({ ...options, onError: options.onError ?? warn })
  clientele.store.subscribe(({ connection: { error } }) => {
    if (error) warn(`The client is not known. ${error.message}`)
  })
  return clientele
}
