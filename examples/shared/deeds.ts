import type { ClienteleStore, GetTokenParams, Session } from '@clientele/core'
import type { Method } from './client-methods.ts'
import type { Deed } from './deed.ts'
import { needClient } from './need-client.ts'

/**
 * What can be done with one session. It is looked up by its id at the time: snapshots are of the
 * past.
 */
export const sessionDeeds = (clientele: ClienteleStore, id: string) => {
  const deed = (verb: 'touch' | 'reload' | 'end' | 'remove'): Deed => ({
    label: `session.${verb}()`,
    run: async () => {
      const found = needClient(clientele).sessions.find(candidate => candidate.id === id)
      if (!found) throw new Error('This client no longer has that session')
      return (await found[verb]()).status
    },
  })
  const switchTo: Deed = {
    label: 'clientele.setActive()',
    run: async () => (await clientele.setActive({ session: id }))?.id ?? 'none',
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

export const signOutOfAll = (clientele: ClienteleStore): Deed => ({
  label: 'clientele.signOut()',
  run: async () => {
    await clientele.signOut()
    return 'done'
  },
})

export const loadAgain = (clientele: ClienteleStore): Deed => ({
  label: 'clientele.load()',
  run: async () => {
    await clientele.load()
    return clientele.status
  },
})

/** @param label of the call, as one would write it */
export const fetchToken = (
  clientele: ClienteleStore,
  label: string,
  params: GetTokenParams = {},
): Deed => ({
  label: `clientele.${label}`,
  run: async () => ((await clientele.getToken(params)) === null ? 'null: signed out' : 'a token'),
})

/** Longer results stand at the method only. */
const brief = (text: string) => (text.length > 40 ? 'see its result' : text)

/** @param onResult is told what the method gave */
export const callMethod = (
  clientele: ClienteleStore,
  { name, call }: Method,
  onResult: (text: string) => void,
): Deed => ({
  label: `client.${name}`,
  run: async () => {
    const text = await call(needClient(clientele))
    onResult(text)
    return brief(text)
  },
})
