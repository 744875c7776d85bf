// Checked by `tsc`, and never run.
import type {
  Client,
  ClienteleStore,
  ErrorItem,
  Session,
  SignedInSession,
  SignIn,
  SignInNext,
  SignUp,
  Status,
  User,
} from '@clientele/core'
import type { SignInActions } from '@clientele/core/attempt-form'
import {
  type Auth,
  ClienteleProvider,
  Show,
  useAuth,
  useClient,
  useClienteleStore,
  useSession,
  useSessions,
  useSignIn,
  useSignUp,
  useStatus,
  useSuspenseClient,
  useUser,
} from '@clientele/react'
import { expectTypeOf } from 'vitest'

export const useWhatTheyGive = () => {
  expectTypeOf(useClient()).toEqualTypeOf<Client | undefined>()
  expectTypeOf(useClienteleStore()).toEqualTypeOf<ClienteleStore>()
  expectTypeOf(useStatus()).toEqualTypeOf<Status>()
  expectTypeOf(useSession()).toEqualTypeOf<SignedInSession | null | undefined>()
  expectTypeOf(useSession('sess_1')).toEqualTypeOf<Session | null | undefined>()
  expectTypeOf(useSessions()).toEqualTypeOf<readonly Session[] | undefined>()
  expectTypeOf(useUser()).toEqualTypeOf<User | null | undefined>()
  expectTypeOf(useAuth()).toEqualTypeOf<Auth>()
}

export const useForms = () => {
  const { signIn, next, errors, fetchStatus, create, reset } = useSignIn()
  expectTypeOf(signIn).toEqualTypeOf<SignIn | undefined>()
  expectTypeOf(next).toEqualTypeOf<SignInNext | undefined>()
  expectTypeOf(errors.fields.password).toEqualTypeOf<ErrorItem | undefined>()
  expectTypeOf(errors.global).toEqualTypeOf<readonly ErrorItem[]>()
  expectTypeOf(fetchStatus).toEqualTypeOf<'idle' | 'fetching'>()
  expectTypeOf(create).toEqualTypeOf<SignInActions['create']>()
  expectTypeOf(reset).toEqualTypeOf<() => void>()
  expectTypeOf(useSignUp().signUp).toEqualTypeOf<SignUp | undefined>()
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

export const useSuspending = () => {
  expectTypeOf(useSuspenseClient()).toEqualTypeOf<Client>()
  expectTypeOf(useSuspenseClient(client => client.sessions.length)).toEqualTypeOf<number>()
}

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
  // @ts-expect-error -- there is no such case
  const never = <Show when="maybe" />
  // @ts-expect-error -- a provider has a store
  return <ClienteleProvider>{never}</ClienteleProvider>
}
