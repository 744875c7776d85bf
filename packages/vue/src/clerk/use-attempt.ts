import type { Clerk, ClientResource } from '@clientele/core/clerk'
import { useClerkContext } from './context.ts'
import { useShown } from './use-shown.ts'

type Kind = 'signIn' | 'signUp'

/**
 * A resource shows what is true now and stays the same object. A ref of it has to tell of changes,
 * so that each state of an attempt gets an object of its own, which is as live as the first.
 */
const createAlias = <Resource extends object>(): ((state: object, of: Resource) => Resource) => {
  const known = new WeakMap<object, Resource>()
  return (state, of) => {
    const alias =
      known.get(state) ?? Object.defineProperties({}, Object.getOwnPropertyDescriptors(of))
    known.set(state, alias as Resource) // as: it has all that the resource has
    return alias as Resource // as: likewise
  }
}

/** The attempt in progress, read anew for each change; `undefined` until the client is known. */
export const useAttempt = <Name extends Kind>(
  kind: Name,
): (() => { readonly attempt: ClientResource[Name]; readonly clerk: Clerk } | undefined) => {
  const { clerk } = useClerkContext()
  const shown = useShown()
  const alias = createAlias<ClientResource[Name]>()
  return () => {
    const { client } = shown.value
    const state = clerk.value.clientele.client?.[kind]
    return client && state && { attempt: alias(state, client[kind]), clerk: clerk.value }
  }
}
