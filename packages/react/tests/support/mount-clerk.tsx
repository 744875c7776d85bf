import { type ClerkHook, clerkHooks, type MountClerk } from '@clientele/conformance'
import {
  ClerkDegraded,
  ClerkFailed,
  ClerkLoaded,
  ClerkLoading,
  ClerkProvider,
  Show,
  SignedIn,
  SignedOut,
  useAuth,
  useOrganization,
  useSession,
  useSessionList,
  useUser,
} from '@clientele/react/clerk'
import { useSignIn, useSignUp } from '@clientele/react/clerk-legacy'
import { openScreen } from './screen.tsx'

type Options = Parameters<MountClerk>[1]
type Values = Record<ClerkHook, Readonly<Record<string, unknown>>>

const hooks: Record<ClerkHook, (options: Options) => unknown> = {
  useAuth,
  useUser,
  useSession,
  useSessionList,
  useOrganization: () => useOrganization(),
  useSignIn,
  useSignUp,
}

const Readers = ({ options, values }: { options: Options; values: Partial<Values> }) => {
  // as: what a hook gives is an object
  for (const name of clerkHooks) values[name] = hooks[name](options) as Values[ClerkHook]
  return null
}

const admin = { role: 'org:admin' } as const

const Components = () => (
  <>
    <SignedIn>in </SignedIn>
    <SignedOut>out </SignedOut>
    <ClerkLoading>loading </ClerkLoading>
    <ClerkLoaded>loaded </ClerkLoaded>
    <ClerkDegraded>degraded </ClerkDegraded>
    <ClerkFailed>failed </ClerkFailed>
    <Show when={admin} fallback="no-admin ">
      admin{' '}
    </Show>
    <Show when={has => !has(admin)}>decided </Show>
    <SignedIn treatPendingAsSignedOut={false}>pending </SignedIn>
  </>
)

export const mountClerk: MountClerk = async (clerk, options) => {
  const values: Partial<Values> = {}
  const { element, act, close } = await openScreen(
    <ClerkProvider Clerk={clerk}>
      <Readers options={options} values={values} />
      <Components />
    </ClerkProvider>,
  )
  return {
    read: hook => values[hook] ?? {},
    shown: () => element.textContent ?? '',
    act,
    close,
  }
}
