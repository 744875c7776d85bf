import {
  useAuth,
  useClient,
  useSession,
  useSignIn,
  useSignUp,
  useSuspenseClient,
  useUser,
} from '@clientele/react'

// No type is written here: all of them have to be named by the compiler.
export const useEmails = () =>
  useClient(client => client?.sessions.map(({ user }) => user?.primaryEmailAddress))
export const useWholeClient = () => useClient()
export const useCount = () => useSuspenseClient(({ sessions }) => sessions.length)
export const useFirstSession = () => useSuspenseClient(({ sessions }) => sessions[0])
export const useEnter = () => useSignIn()
export const useNext = () => useSignUp().next
export const useProblem = () => useSignIn().errors.fields.password
export const useWho = () => ({ auth: useAuth(), user: useUser(), session: useSession() })
