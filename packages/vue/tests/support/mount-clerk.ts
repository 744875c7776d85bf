import { type ClerkHook, clerkHooks, type MountClerk } from '@clientele/conformance'
import {
  ClerkDegraded,
  ClerkFailed,
  ClerkLoaded,
  ClerkLoading,
  clerkPlugin,
  Show,
  SignedIn,
  SignedOut,
  useAuth,
  useOrganization,
  useSession,
  useSessionList,
  useSignIn,
  useSignUp,
  useUser,
} from '@clientele/vue/clerk'
import { createApp, h, nextTick, type Ref, unref } from 'vue'

type Options = Parameters<MountClerk>[1]

const composables: Record<ClerkHook, (options: Options) => object> = {
  useAuth,
  useUser,
  useSession,
  useSessionList,
  useOrganization: () => useOrganization(),
  useSignIn,
  useSignUp,
}

const admin = { role: 'org:admin' } as const
const text = (word: string) => ({ default: () => `${word} ` })

const Components = () => [
  h(SignedIn, null, text('in')),
  h(SignedOut, null, text('out')),
  h(ClerkLoading, null, text('loading')),
  h(ClerkLoaded, null, text('loaded')),
  h(ClerkDegraded, null, text('degraded')),
  h(ClerkFailed, null, text('failed')),
  h(Show, { when: admin, fallback: 'no-admin ' }, text('admin')),
  h(Show, { when: has => !has(admin) }, text('decided')),
  h(SignedIn, { treatPendingAsSignedOut: false }, text('pending')),
]

export const mountClerk: MountClerk = async (clerk, options) => {
  const element = document.createElement('div')
  const app = createApp(Components).use(clerkPlugin, { Clerk: clerk })
  const refs = app.runWithContext(() => clerkHooks.map(name => composables[name](options)))
  app.mount(element)
  return {
    read: hook =>
      Object.fromEntries(
        Object.entries(refs[clerkHooks.indexOf(hook)] ?? {}).map(([name, value]) => [
          name,
          unref(value as Ref | unknown),
        ]),
      ),
    shown: () => element.textContent ?? '',
    act: async work => {
      await work()
      await nextTick()
    },
    close: () => app.unmount(),
  }
}
