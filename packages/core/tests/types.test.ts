import {
  type AuthenticateWithRedirectParams,
  type Client,
  ClienteleError,
  type ClienteleOptions,
  type ClienteleStore,
  type EmailCodeFactor,
  type FirstFactor,
  type GetTokenParams,
  type Session,
  type SetActiveParams,
  type SignIn,
  type SignInCreateParams,
  type SignInNext,
  type SignUp,
  type SignUpNext,
  type SignUpParams,
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
  expectTypeOf<ClienteleStore['getToken']>().returns.resolves.toEqualTypeOf<string | null>()
})

it('error codes are known ones, open to the server’s', () => {
  const { code } = new ClienteleError('timeout', '')
  expectTypeOf<'network_error'>().toExtend<typeof code>()
  expectTypeOf<'form_password_incorrect'>().toExtend<typeof code>()
})

it('the vendor’s spelling makes an object over a store', () => {
  expectTypeOf(new Clerk(publishableKey)).toEqualTypeOf<Clerk>()
  expectTypeOf(new Clerk(publishableKey).clientele).toEqualTypeOf<ClienteleStore>()
  // @ts-expect-error -- the key stands first
  void (() => new Clerk({ publishableKey }))
})

it('what is known of strategies is checked, and what is read may be newer', () => {
  const calls = (signIn: SignIn, signUp: SignUp, factor: FirstFactor) => {
    void signIn.attemptFirstFactor({ strategy: 'password', password: 'x' })
    // @ts-expect-error -- misspelt
    void signIn.attemptFirstFactor({ strategy: 'pasword', password: 'x' })
    // @ts-expect-error -- without its proof
    void signIn.attemptFirstFactor({ strategy: 'email_code' })
    // @ts-expect-error -- with another proof than its own
    void signIn.attemptFirstFactor({ strategy: 'password', code: '1' })
    // @ts-expect-error -- misspelt
    void signIn.create({ strategy: 'oauth_gogle' })
    void signIn.create({ strategy: 'oauth_custom_mine', redirectUrl: '/' })
    // @ts-expect-error -- a link has to know where it leads
    void signIn.prepareFirstFactor({ strategy: 'email_link' })
    // @ts-expect-error -- nothing is sent for a password
    void signIn.prepareFirstFactor({ strategy: 'password' })
    // @ts-expect-error -- without its proof
    void signUp.attemptEmailAddressVerification({})
    // @ts-expect-error -- misspelt
    void signUp.create({ emailAdress: 'a@b.c' })
    expectTypeOf(factor.strategy).toExtend<string>()
    if (factor.strategy === 'email_code') {
      expectTypeOf(factor).toEqualTypeOf<EmailCodeFactor>()
      void signIn.prepareFirstFactor(factor)
    }
    // @ts-expect-error -- no such strategy
    void (factor.strategy === 'pasword')
    expectTypeOf<'needs_a_miracle'>().toExtend<NonNullable<SignIn['status']>>()
  }
  void calls
})

it('steps are one member a kind', () => {
  expectTypeOf<Extract<SignUpNext, { kind: 'verify' }>>().toHaveProperty('strategies')
  expectTypeOf<Extract<SignInNext, { kind: 'second_factor' }>>().toHaveProperty('pending')
  expectTypeOf<Extract<SignInNext, { kind: 'verify' | 'fields' }>>().toBeNever()
  expectTypeOf<Extract<SignUpNext, { kind: 'first_factor' }>>().toBeNever()
  const exhaustive = (next: SignUpNext): string => {
    switch (next.kind) {
      case 'start':
      case 'fields':
        return next.fields.join()
      case 'verify':
        return next.field
      case 'transfer':
        return next.to
      case 'complete':
        return next.sessionId ?? ''
      case 'unsupported':
        return next.status
    }
  }
  void exhaustive
})

it('what may be left out may be undefined', () => {
  type Strict<Params> = {
    [Name in keyof Params as Record<never, never> extends Pick<Params, Name>
      ? { [Each in Name]: undefined } extends Pick<Params, Name>
        ? never
        : Name
      : never]: true
  }
  expectTypeOf<keyof Strict<{ a?: string; b: string; c?: 1 | undefined }>>().toEqualTypeOf<'a'>()
  expectTypeOf<keyof Strict<ClienteleOptions>>().toBeNever()
  expectTypeOf<keyof Strict<SignInCreateParams>>().toBeNever()
  expectTypeOf<keyof Strict<SignUpParams>>().toBeNever()
  expectTypeOf<keyof Strict<AuthenticateWithRedirectParams>>().toBeNever()
  expectTypeOf<keyof Strict<SetActiveParams>>().toBeNever()
  expectTypeOf<keyof Strict<GetTokenParams>>().toBeNever()
})
