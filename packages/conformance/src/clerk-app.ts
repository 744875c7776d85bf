import { Clerk, type ClerkOptions } from '@clientele/core/clerk'
import { openApp } from './app.ts'

/** Hooks, or composables, that every framework has; attempts are of the generation before. */
export const clerkHooks = [
  'useAuth',
  'useUser',
  'useSession',
  'useSessionList',
  'useOrganization',
  'useSignIn',
  'useSignUp',
] as const
export type ClerkHook = (typeof clerkHooks)[number]

/**
 * What the driver shows as text, a word and a space each, while it is there: `in` SignedIn, `out`
 * SignedOut, `loading`, `loaded`, `degraded`, `failed`, `admin` a Show for that role with the
 * fallback `no-admin`, `decided` a Show by a function that says who is no admin, `pending` a
 * SignedIn that is told to count pending sessions.
 */
export interface MountedClerk {
  /** What a hook gives now; refs by their values. */
  read(hook: ClerkHook): Readonly<Record<string, unknown>>
  shown(): string
  act(work: () => unknown): Promise<void>
  close(): Promise<void> | void
}

/** Mounts the components, and every hook, for a `Clerk` that is given. */
export type MountClerk = (
  clerk: Clerk,
  options: { readonly treatPendingAsSignedOut?: boolean },
) => Promise<MountedClerk>

const password = 'correct horse battery'

/** A `Clerk` over an emulated instance, mounted; nothing is answered before `load`. */
export const openClerkApp = async (
  mount: MountClerk,
  options = {},
  clerkOptions: ClerkOptions = {},
) => {
  const { emulator } = openApp()
  const { fetch } = emulator.agent()
  let isCut = false
  // Providers and plugins load by themselves; here nothing is answered until `load`.
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  const clerk = new Clerk(emulator.publishableKey, {
    modules: [],
    navigate: () => {},
    ...clerkOptions,
    fetch: async (input, init) => {
      await held
      if (isCut) throw new TypeError('fetch failed')
      return await fetch(input, init)
    },
  })
  const mounted = await mount(clerk, options)
  const signIn = async (name: string): Promise<string> => {
    const emailAddress = `${name.toLowerCase()}@example.com`
    const { id } = emulator.users.create({ emailAddress, password, firstName: name })
    await mounted.act(async () => {
      const attempt = await clerk.client?.signIn.create({ identifier: emailAddress, password })
      await clerk.setActive({ session: attempt?.createdSessionId })
    })
    return id
  }
  const cut = (next: boolean) => {
    isCut = next
  }
  const load = () =>
    mounted.act(() => {
      letGo()
      return clerk.load()
    })
  return { ...mounted, emulator, clerk, signIn, cut, load }
}
