import {
  createSignedInGuard,
  useAuth,
  useClient,
  useClienteleStore,
  useSession,
  useSignIn,
  useSuspenseClient,
} from '@clientele/vue'

// No type is written here: all of them have to be named by the compiler.
export const useEmails = () =>
  useClient(client => client?.sessions.map(({ user }) => user?.primaryEmailAddress))
export const useWholeClient = () => useClient()
export const useCount = () => useSuspenseClient(({ sessions }) => sessions.length)
export const useEnter = () => useSignIn()
export const useProblem = () => useSignIn().errors.value.fields.password
export const useWho = () => ({ auth: useAuth(), session: useSession() })
export const useGuard = () =>
  createSignedInGuard({ clientele: useClienteleStore(), redirectTo: () => ({ path: '/sign-in' }) })
