// Checked by `tsc`, and never run.
import type { Client, Clientele, Session, SignedInSession, Status, User } from '@clientele/core'
import {
  type Auth,
  ClienteleProvider,
  useAuth,
  useClient,
  useClientele,
  useSession,
  useSessions,
  useStatus,
  useUser,
} from '@clientele/react'
import { expectTypeOf } from 'vitest'

export const useWhatTheyGive = () => {
  expectTypeOf(useClient()).toEqualTypeOf<Client | undefined>()
  expectTypeOf(useClientele()).toEqualTypeOf<Clientele>()
  expectTypeOf(useStatus()).toEqualTypeOf<Status>()
  expectTypeOf(useSession()).toEqualTypeOf<SignedInSession | null | undefined>()
  expectTypeOf(useSession('sess_1')).toEqualTypeOf<Session | null | undefined>()
  expectTypeOf(useSessions()).toEqualTypeOf<readonly Session[] | undefined>()
  expectTypeOf(useUser()).toEqualTypeOf<User | null | undefined>()
  expectTypeOf(useAuth()).toEqualTypeOf<Auth>()
}

export const useNarrowing = () => {
  const auth = useAuth()
  if (auth.isSignedIn) expectTypeOf(auth.userId).toEqualTypeOf<string>()
  else if (auth.isLoaded) expectTypeOf(auth.userId).toEqualTypeOf<null>()
  else expectTypeOf(auth.sessionId).toEqualTypeOf<undefined>()
}

export const useInference = () => {
  expectTypeOf(useClient(client => client?.id)).toEqualTypeOf<string | undefined>()
  expectTypeOf(useClient(client => client?.sessions.length ?? 0)).toEqualTypeOf<number>()
  expectTypeOf(useClient(client => client?.reload)).toEqualTypeOf<Client['reload'] | undefined>()
  const ids = useClient(
    client => client?.sessions.map(({ id }) => id) ?? [],
    (a, b) => a.join() === b.join(),
  )
  expectTypeOf(ids).toEqualTypeOf<string[]>()
}

const sameNumber = (a: number, b: number) => a === b

export const useWrongly = () => {
  // @ts-expect-error -- the client may not be known
  useClient().sessions
  // @ts-expect-error -- nor in a selector
  useClient(client => client.sessions)
  // @ts-expect-error -- an equality function compares slices
  useClient(client => client?.id ?? 'none', sameNumber)
  // @ts-expect-error -- a type cannot stand for a selector
  useClient<number>()
  // @ts-expect-error -- an id that may be missing is not an id
  useSession(undefined)
  // @ts-expect-error -- who is signed in may not be known
  useUser().id
  // @ts-expect-error -- a provider has a store
  return <ClienteleProvider>{null}</ClienteleProvider>
}
