import { Clerk } from '@clerk/clerk-js/no-rhc'
import {
  ClerkProvider,
  useClerk,
  useAuth as useVendorAuth,
  useSession as useVendorSession,
  useUser as useVendorUser,
} from '@clerk/react'
import type { ClienteleStore } from '@clientele/core'
import {
  ClienteleProvider,
  useAuth,
  useClient,
  useClienteleStore,
  useSession,
  useSessions,
  useSignIn,
  useSignUp,
  useStatus,
  useUser,
} from '@clientele/react'
import { createElement, Profiler, type ReactNode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import type { VendorClerk } from './acts.ts'
import { type Hooks, readers, type Tallies } from './tally.ts'

export interface MountOptions {
  readonly clientele: ClienteleStore
  readonly tallies: Tallies
  readonly publishableKey: string
  readonly proxyUrl: string
  readonly script: string
  readonly at: (id: string) => HTMLElement
}

const ours: Hooks = {
  'useClient()': useClient,
  'useClient(selector)': () => useClient(client => client?.signedInSessions.length),
  'useSession()': useSession,
  'useSession(id)': () => useSession(useClienteleStore().session?.id ?? ''),
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

const Reader = ({ use }: { readonly use: () => unknown }) => {
  use()
  return null
}

const readersOf = (library: string, hooks: Hooks, { add }: Tallies): ReactNode[] =>
  Object.entries(hooks).flatMap(([hook, use]) =>
    Array.from({ length: readers }, (_, index) =>
      createElement(
        Profiler,
        {
          id: hook,
          key: `${hook} ${index}`,
          onRender: (_, phase) => phase !== 'mount' && add(`${library} ${hook}`, index),
        },
        createElement(Reader, { use }),
      ),
    ),
  )

const Tree = ({
  tallies,
  tell,
}: {
  readonly tallies: Tallies
  readonly tell: (clerk: VendorClerk) => void
}) => [createElement(Found, { key: 'found', tell }), ...readersOf('vendor', vendors, tallies)]

const Found = ({ tell }: { readonly tell: (clerk: VendorClerk) => void }) => {
  const clerk = useClerk()
  useEffect(() => tell(clerk))
  return null
}

// as: the build without remote code has no components, which the adapter's type wants and its hooks
// do not use.
const ClerkConstructor = Clerk as unknown as NonNullable<
  Parameters<typeof ClerkProvider>[0]['Clerk']
>

/** @returns the vendor's SDK, once its adapter has it. */
export const mountReact = ({ clientele, tallies, publishableKey, proxyUrl, at }: MountOptions) => {
  let found: VendorClerk | undefined
  createRoot(at('clientele')).render(
    createElement(ClienteleProvider, { clientele }, ...readersOf('clientele', ours, tallies)),
  )
  const tell = (clerk: VendorClerk) => {
    found = clerk
  }
  createRoot(at('vendor')).render(
    createElement(ClerkProvider, {
      ...{ publishableKey, proxyUrl, Clerk: ClerkConstructor },
      telemetry: false as const, // as: the type knows `false` only
      ...{ children: createElement(Tree, { tallies, tell }) },
    }),
  )
  return () => found
}
