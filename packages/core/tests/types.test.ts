import {
  type Client,
  type Clientele,
  ClienteleError,
  type Session,
  type State,
} from '@clientele/core'
import { Clerk } from '@clientele/core/clerk'
import { expectTypeOf, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { publishableKey } from './support/scripted-fetch.ts'

const clientele = createClientele({ publishableKey, fetch: async () => new Response('{}') })

it('the client may not be known, and TypeScript says so', () => {
  expectTypeOf(clientele.client).toEqualTypeOf<Client | undefined>()
  expectTypeOf(clientele.session?.user.id).toEqualTypeOf<string | undefined>()
  // @ts-expect-error -- it may be undefined
  void (() => clientele.client.sessions)
})

it('views and state are read-only', () => {
  const write = (client: Client, state: State) => {
    // @ts-expect-error -- a snapshot is never written to
    client.captchaBypass = true
    // @ts-expect-error -- nor is one of its lists
    client.sessions.push()
    // @ts-expect-error -- nor is the state
    state.client.id = 'x'
  }
  void write
  // @ts-expect-error -- the store has no setState
  void clientele.store.setState
})

it('selectors infer their slice', () => {
  const off = clientele.subscribe(
    client => client?.sessions.length ?? 0,
    (length, previous) => {
      expectTypeOf(length).toEqualTypeOf<number>()
      expectTypeOf(previous).toEqualTypeOf<number>()
    },
  )
  expectTypeOf(off).toEqualTypeOf<() => void>()
  clientele.subscribe(client => expectTypeOf(client).toEqualTypeOf<Client | undefined>())
  clientele.store.subscribe(
    state => state.sessions.ids,
    ids => expectTypeOf(ids).toEqualTypeOf<readonly string[]>(),
  )
})

it('promises resolve to the next snapshot', () => {
  expectTypeOf<Client['reload']>().returns.resolves.toEqualTypeOf<Client>()
  expectTypeOf<Client['removeSessions']>().returns.resolves.toEqualTypeOf<Client>()
  expectTypeOf<Client['destroy']>().returns.resolves.toEqualTypeOf<void>()
  expectTypeOf<Session['end']>().returns.resolves.toEqualTypeOf<Session>()
  expectTypeOf<Session['getToken']>().returns.resolves.toEqualTypeOf<string>()
  expectTypeOf<Clientele['getToken']>().returns.resolves.toEqualTypeOf<string | null>()
})

it('error codes are known ones, open to the server’s', () => {
  const { code } = new ClienteleError('timeout', '')
  expectTypeOf<'network_error'>().toExtend<typeof code>()
  expectTypeOf<'form_password_incorrect'>().toExtend<typeof code>()
})

it('the vendor’s spelling makes the same thing', () => {
  expectTypeOf(new Clerk(publishableKey)).toEqualTypeOf<Clientele>()
  // @ts-expect-error -- the key stands first
  void (() => new Clerk({ publishableKey }))
})
