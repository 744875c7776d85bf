import type { ClienteleStore, GetTokenParams, Session } from '@clientele/core'
import type { Method } from './client-methods.ts'
import type { Deed } from './deed.ts'
import { needClient } from './need-client.ts'

/**
 * What can be done with one session. It is looked up by its id at the time: snapshots are of the
 * past.
 */
export const sessionDeeds = (store: ClienteleStore, id: string) => {
  const deed = (verb: 'touch' | 'reload' | 'end' | 'remove'): Deed => ({
    label: `session.${verb}()`,
    run: async () => {
      const found = needClient(store).sessions.find(candidate => candidate.id === id)
      if (!found) throw new Error('This client no longer has that session')
      return (await found[verb]()).status
    },
  })
  const switchTo: Deed = {
    label: 'clientele.setActive()',
    run: async () => (await store.setActive({ session: id }))?.id ?? 'none',
  }
  return {
    switchTo,
    touch: deed('touch'),
    reload: deed('reload'),
    end: deed('end'),
    remove: deed('remove'),
  }
}

/** Whether there is anything to switch to. */
export const isSignedIn = ({ status }: Session): boolean =>
  status === 'active' || status === 'pending'

export const signOutOfAll = (store: ClienteleStore): Deed => ({
  label: 'clientele.signOut()',
  run: async () => {
    await store.signOut()
    return 'done'
  },
})

export const loadAgain = (store: ClienteleStore): Deed => ({
  label: 'clientele.load()',
  run: async () => {
    await store.load()
    return store.status
  },
})

/** @param label of the call, as one would write it */
export const fetchToken = (
  store: ClienteleStore,
  label: string,
  params: GetTokenParams = {},
): Deed => ({
  label: `store.${label}`,
  run: async () => ((await store.getToken(params)) === null ? 'null: signed out' : 'a token'),
})

/** Longer results stand at the method only. */
const brief = (text: string) => (text.length > 40 ? 'see its result' : text)

/** @param onResult is told what the method gave */
export const callMethod = (
  store: ClienteleStore,
  { name, call }: Method,
  onResult: (text: string) => void,
): Deed => ({
  label: `client.${name}`,
  run: async () => {
    const text = await call(needClient(store))
    onResult(text)
    return brief(text)
  },
})
