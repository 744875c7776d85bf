import {
  clerkPlugin,
  useClerk,
  useAuth as useVendorAuth,
  useSession as useVendorSession,
  useUser as useVendorUser,
} from '@clerk/vue'
import {
  createClientelePlugin,
  useAuth,
  useClient,
  useClienteleStore,
  useSession,
  useSessions,
  useSignIn,
  useSignUp,
  useStatus,
  useUser,
} from '@clientele/vue'
import {
  type Component,
  createApp,
  defineComponent,
  h,
  isRef,
  onRenderTracked,
  onRenderTriggered,
  onUpdated,
  unref,
  type VNode,
} from 'vue'
import type { VendorClerk } from './acts.ts'
import type { MountOptions } from './react-readers.ts'
import { type Hooks, readers, type Tallies } from './tally.ts'

const ours: Hooks = {
  'useClient()': () => useClient(),
  'useClient(selector)': () => useClient(client => client?.signedInSessions.length),
  'useSession()': () => useSession(),
  'useSession(id)': () => {
    const clientele = useClienteleStore()
    return useSession(() => clientele.session?.id ?? '')
  },
  'useSessions()': useSessions,
  'useUser()': useUser,
  'useAuth()': useAuth,
  'useStatus()': useStatus,
  'useClienteleStore()': useClienteleStore,
  'useSignIn()': useSignIn,
  'useSignUp()': useSignUp,
}
const vendors: Hooks = {
  'useUser()': useVendorUser,
  'useAuth()': useVendorAuth,
  'useSession()': useVendorSession,
}

/** Reads all that a composable gave, as a template that shows all of it would. */
const readAll = (given: unknown): unknown =>
  isRef(given)
    ? given.value
    : typeof given === 'object' && given !== null
      ? Object.values(given).map(unref)
      : given

const createReader = (
  use: () => unknown,
  updated: () => void,
  triggered: () => void,
  tracked: () => void,
): Component =>
  defineComponent({
    setup: () => {
      const given = use()
      onUpdated(updated)
      onRenderTriggered(triggered)
      onRenderTracked(tracked)
      return () => void readAll(given)
    },
  })

/**
 * Renders are updates; `triggered` and `tracked` are what Vue says of why, as hooks of their own.
 */
const readersOf = (library: string, hooks: Hooks, { add }: Tallies): Component[] =>
  Object.entries(hooks).flatMap(([hook, use]) =>
    Array.from({ length: readers }, (_, index) => {
      const count = (kind: string) => () => add(`${library} ${hook}${kind}`, index)
      return createReader(use, count(''), count(' triggered'), count(' tracked'))
    }),
  )

const show = (components: readonly Component[]) => {
  const all = components.map(component => (): VNode => h(component))
  return { render: () => all.map(make => make()) }
}

/** @returns the vendor's SDK, once its adapter has it. */
export const mountVue = ({
  clientele,
  tallies,
  publishableKey,
  proxyUrl,
  script,
  at,
}: MountOptions) => {
  let found: { readonly value: VendorClerk | null | undefined } | undefined
  createApp(show(readersOf('clientele', ours, tallies)))
    .use(createClientelePlugin({ clientele }))
    .mount(at('clientele'))
  const Found = defineComponent({
    setup: () => {
      found = useClerk()
      return () => null
    },
  })
  // Its type hides where the script is loaded from.
  const options = {
    publishableKey,
    proxyUrl,
    telemetry: false as const,
    ...{ __internal_clerkJSUrl: script },
  } // as: likewise
  createApp(show([Found, ...readersOf('vendor', vendors, tallies)]))
    .use(clerkPlugin, options)
    .mount(at('vendor'))
  return () => found?.value ?? undefined
}
