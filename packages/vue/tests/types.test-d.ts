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
  createClientelePlugin,
  createSignedInGuard,
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
} from '@clientele/vue'
import { expectTypeOf } from 'vitest'
import { computed, h, type Ref, ref } from 'vue'
import type { NavigationGuardWithThis, RouteLocationNormalized } from 'vue-router'

export const whatTheyGive = () => {
  expectTypeOf(useClient()).toEqualTypeOf<Readonly<Ref<Client | undefined>>>()
  expectTypeOf(useClienteleStore()).toEqualTypeOf<ClienteleStore>()
  expectTypeOf(useStatus()).toEqualTypeOf<Readonly<Ref<Status>>>()
  expectTypeOf(useSession()).toEqualTypeOf<Readonly<Ref<SignedInSession | null | undefined>>>()
  expectTypeOf(useSession('sess_1')).toEqualTypeOf<Readonly<Ref<Session | null | undefined>>>()
  expectTypeOf(useSession(() => 'sess_1')).toEqualTypeOf<
    Readonly<Ref<Session | null | undefined>>
  >()
  expectTypeOf(useSession(ref('sess_1'))).toEqualTypeOf<Readonly<Ref<Session | null | undefined>>>()
  expectTypeOf(useSessions()).toEqualTypeOf<Readonly<Ref<readonly Session[] | undefined>>>()
  expectTypeOf(useUser()).toEqualTypeOf<Readonly<Ref<User | null | undefined>>>()
  expectTypeOf(useAuth().isLoaded.value).toEqualTypeOf<boolean>()
  expectTypeOf(useAuth().isSignedIn.value).toEqualTypeOf<boolean | undefined>()
  expectTypeOf(useAuth().userId.value).toEqualTypeOf<string | null | undefined>()
  expectTypeOf(useAuth().getToken).toEqualTypeOf<ClienteleStore['getToken']>()
}

export const forms = () => {
  const { signIn, next, errors, fetchStatus, create, reset } = useSignIn()
  expectTypeOf(signIn).toEqualTypeOf<Readonly<Ref<SignIn | undefined>>>()
  expectTypeOf(next.value).toEqualTypeOf<SignInNext | undefined>()
  expectTypeOf(errors.value.fields.password).toEqualTypeOf<ErrorItem | undefined>()
  expectTypeOf(errors.value.global).toEqualTypeOf<readonly ErrorItem[]>()
  expectTypeOf(fetchStatus.value).toEqualTypeOf<'idle' | 'fetching'>()
  expectTypeOf(create).toEqualTypeOf<SignInActions['create']>()
  expectTypeOf(reset).toEqualTypeOf<() => void>()
  expectTypeOf(useSignUp().signUp.value).toEqualTypeOf<SignUp | undefined>()
}

export const inference = () => {
  expectTypeOf(useClient(client => client?.id).value).toEqualTypeOf<string | undefined>()
  expectTypeOf(useClient(client => client?.sessions.length ?? 0).value).toEqualTypeOf<number>()
  expectTypeOf(useClient(client => client?.reload).value).toEqualTypeOf<
    Client['reload'] | undefined
  >()
  const selectId = (client: Client | undefined) => client?.id
  expectTypeOf(useClient(ref(selectId)).value).toEqualTypeOf<string | undefined>()
  expectTypeOf(useClient(computed(() => selectId)).value).toEqualTypeOf<string | undefined>()
  // A function is always the selector: one that gives a selector is not taken for its getter.
  expectTypeOf(useClient(() => selectId).value).toEqualTypeOf<typeof selectId>()
  const ids = useClient(
    client => client?.sessions.map(({ id }) => id) ?? [],
    (a, b) => a.join() === b.join(),
  )
  expectTypeOf(ids.value).toEqualTypeOf<string[]>()
}

const sameNumber = (a: number, b: number) => a === b

export const suspending = async () => {
  expectTypeOf(await useSuspenseClient()).toEqualTypeOf<Readonly<Ref<Client>>>()
  expectTypeOf(
    (await useSuspenseClient(client => client.sessions.length)).value,
  ).toEqualTypeOf<number>()
}

export const guards = (clientele: ClienteleStore) => {
  const to = { path: '/sign-in' }
  const guard = createSignedInGuard({
    clientele,
    redirectTo: ({ fullPath }: RouteLocationNormalized) => ({ ...to, query: { fullPath } }),
  })
  expectTypeOf(guard).toExtend<NavigationGuardWithThis<undefined>>()
  expectTypeOf(createSignedInGuard({ clientele, redirectTo: () => '/sign-in' })).toExtend<
    NavigationGuardWithThis<undefined>
  >()
}

export const wrongUse = (clientele: ClienteleStore) => {
  // @ts-expect-error -- the client may not be known
  useClient().value.sessions
  // @ts-expect-error -- nor in a selector
  useClient(client => client.sessions)
  // @ts-expect-error -- an equality function compares slices
  useClient(client => client?.id ?? 'none', sameNumber)
  // @ts-expect-error -- a type cannot stand for a selector
  useClient<number>()
  // @ts-expect-error -- what is read is not written
  useStatus().value = 'ready'
  // @ts-expect-error -- an id that may be missing is not an id
  useSession(undefined)
  // @ts-expect-error -- who is signed in may not be known
  useUser().value.id
  // @ts-expect-error -- there is no such case
  h(Show, { when: 'maybe' })
  // @ts-expect-error -- there is no place to go to
  createSignedInGuard({ clientele })
  // @ts-expect-error -- a plugin has a store
  createClientelePlugin({})
}
