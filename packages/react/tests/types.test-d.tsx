// Checked by `tsc`, and never run.
import type { Client, Clientele, SignedInSession, Status } from '@clientele/core'
import { ClienteleProvider, useClient, useClientele, useSession, useStatus } from '@clientele/react'
import { expectTypeOf } from 'vitest'

export const useWhatTheyGive = () => {
  expectTypeOf(useClient()).toEqualTypeOf<Client | undefined>()
  expectTypeOf(useClientele()).toEqualTypeOf<Clientele>()
  expectTypeOf(useStatus()).toEqualTypeOf<Status>()
  expectTypeOf(useSession()).toEqualTypeOf<SignedInSession | null | undefined>()
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
  // @ts-expect-error -- a provider has a store
  return <ClienteleProvider>{null}</ClienteleProvider>
}
