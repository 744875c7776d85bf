import type { ClienteleStore, GetTokenParams, Session } from '@clientele/core'
import { account } from '@clientele/core/account'
import type { Action } from './action.ts'
import type { Method } from './client-methods.ts'
import { needClient } from './need-client.ts'

/**
 * What can be done with one session. It is looked up by its id at the time: snapshots are of the
 * past.
 */
export const sessionActions = (store: ClienteleStore, id: string) => {
  const action = (verb: 'touch' | 'reload' | 'end' | 'remove'): Action => ({
    label: `session.${verb}()`,
    run: async () => {
      const found = needClient(store).sessions.find(candidate => candidate.id === id)
      if (!found) throw new Error('This client no longer has that session')
      return (await found[verb]()).status
    },
  })
  const switchTo: Action = {
    label: 'clientele.setActive()',
    run: async () => (await store.setActive({ session: id }))?.id ?? 'none',
  }
  return {
    switchTo,
    touch: action('touch'),
    reload: action('reload'),
    end: action('end'),
    remove: action('remove'),
  }
}

/** Whether there is anything to switch to. */
export const isSignedIn = ({ status }: Session): boolean =>
  status === 'active' || status === 'pending'

export const signOutOfAll = (store: ClienteleStore): Action => ({
  label: 'clientele.signOut()',
  run: async () => {
    await store.signOut()
    return 'done'
  },
})

/** A passkey of this device for who is signed in, to sign in with later. */
export const addPasskey = (store: ClienteleStore): Action => ({
  label: 'account().createPasskey()',
  run: async () => {
    await store.use(account()).createPasskey()
    return 'created'
  },
})

export const loadAgain = (store: ClienteleStore): Action => ({
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
): Action => ({
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
): Action => ({
  label: `client.${name}`,
  run: async () => {
    const text = await call(needClient(store))
    onResult(text)
    return brief(text)
  },
})
