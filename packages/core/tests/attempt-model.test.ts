import {
  type AttemptFirstFactorParams,
  type Client,
  type ClienteleStore,
  isClienteleError,
  type PrepareFirstFactorParams,
} from '@clientele/core'
import { attemptGuard, legalActions } from '@clientele/core/attempt-chart'
import { createEmulator, type Emulator, type Settings } from '@clientele/emulator'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'

// Walks sign-in and sign-up at random, with right and wrong input, against a real state machine.

const address = 'ada+clerk_test@example.com'
const password = 'correct horse battery staple'

type Act = (client: Client) => Promise<unknown>
type Visit = (url: string) => Promise<unknown>
type Run = (clientele: ClienteleStore, emulator: Emulator, visit: Visit) => Promise<unknown>

const phoneNumber = '+12025550123'
const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const redirectUrl = 'https://app.emulator.test/back'
// Two people: one by address and password, with an authenticator app; one by number.
const people = [
  { emailAddress: address, password, totpSecret, backupCodes: ['abcd1234'] },
  {
    phoneNumber,
    emailAddress: 'grace+clerk_test@example.com',
    externalAccounts: [{ provider: 'google' }],
  },
]
const strategies = [
  'email_code',
  'phone_code',
  'reset_password_email_code',
  'email_link',
  'oauth_google',
  'passkey',
]

const codes = ['424242', '000000', '', 'x'.repeat(300)]
const identifiers = [address, phoneNumber, 'nobody@example.com', 'not an address', '']
const passwords = [password, 'wrong wrong wrong', '']

const on =
  (act: Act): Run =>
  async ({ client }) =>
    client && act(client)

const pick = <Item>(items: readonly Item[]) => fc.constantFrom(...items)

const steps: fc.Arbitrary<{ name: string; run: Run }> = fc.oneof(
  fc.record({ identifier: pick(identifiers) }).map(params => ({
    name: `signIn.create ${params.identifier}`,
    run: on(({ signIn }) => signIn.create(params)),
  })),
  fc.record({ identifier: pick(identifiers), password: pick(passwords) }).map(params => ({
    name: 'signIn.create with a password',
    run: on(({ signIn }) => signIn.create(params)),
  })),
  pick(strategies).map(strategy => ({
    name: `signIn.prepareFirstFactor ${strategy}`,
    run: on(({ signIn }) => {
      const factor = signIn.supportedFirstFactors?.find(
        candidate => candidate.strategy === strategy,
      ) ?? { strategy }
      // as: whatever the attempt lists, also where that is nothing to prepare
      return signIn.prepareFirstFactor({ ...factor, redirectUrl } as PrepareFirstFactorParams)
    }),
  })),
  fc.record({ strategy: pick(strategies), code: pick(codes) }).map(params => ({
    name: `signIn.attemptFirstFactor ${params.strategy} ${params.code.slice(0, 6)}`,
    run: on(({ signIn }) => signIn.attemptFirstFactor(params as AttemptFirstFactorParams)),
    // as: also a code where none is taken,
  })),
  fc.constant({
    name: 'signIn.create at a provider',
    run: on(({ signIn }) => signIn.create({ strategy: 'oauth_google', redirectUrl })),
  }),
  fc.constant({
    name: 'signUp.create at a provider',
    run: on(({ signUp }) => signUp.create({ strategy: 'oauth_google', redirectUrl })),
  }),
  pick(['approve', 'deny', 'fail'] as const).chain(answer =>
    pick(['grace+clerk_test@example.com', 'new@example.com']).map(emailAddress => ({
      name: `the provider will ${answer} ${emailAddress}`,
      run: async ({ client }: ClienteleStore, emulator: Emulator, visit: Visit) => {
        const url = client?.signIn.firstFactorVerification.externalVerificationRedirectURL
        if (url) await visit(emulator.oauth[answer](url, { emailAddress }))
        await client?.reload()
      },
    })),
  ),
  pick(['signIn', 'signUp'] as const).map(kind => ({
    name: `${kind}.create by transfer`,
    run: on(client => client[kind].create({ transfer: true })),
  })),
  fc.constant({
    name: 'the link is opened',
    run: async ({ client }: ClienteleStore, emulator: Emulator, visit: Visit) => {
      const { link } = emulator.inbox.latest({ kind: 'email_link' }) ?? {}
      if (link) await visit(link)
      await client?.reload()
    },
  }),
  pick(passwords).map(text => ({
    name: 'signIn.attemptFirstFactor with a password',
    run: on(({ signIn }) => signIn.attemptFirstFactor({ strategy: 'password', password: text })),
  })),
  fc
    .record({
      strategy: pick(['totp', 'backup_code', 'email_code'] as const),
      code: pick([...codes, 'abcd1234']),
    })
    .map(params => ({
      name: `signIn.attemptSecondFactor ${params.strategy}`,
      run: on(({ signIn }) => signIn.attemptSecondFactor(params)),
    })),
  fc.constant({
    name: 'signIn.attemptSecondFactor with the code of the app',
    run: async ({ client }: ClienteleStore, emulator: Emulator) => {
      const code = emulator.users.totpCode(emulator.users.get(address)?.id ?? '')
      await client?.signIn.attemptSecondFactor({ strategy: 'totp', code })
    },
  }),
  fc.constant({
    name: 'signIn.prepareSecondFactor',
    run: on(({ signIn }) => signIn.prepareSecondFactor({ strategy: 'email_code' })),
  }),
  fc.constant({
    name: 'signIn.resetPassword',
    run: on(({ signIn }) => signIn.resetPassword({ password })),
  }),
  fc.constant({ name: 'signIn.reload', run: on(({ signIn }) => signIn.reload()) }),
  fc
    .record({
      emailAddress: pick(['new+clerk_test@example.com', ...identifiers]),
      password: pick(passwords),
    })
    .map(params => ({
      name: `signUp.create ${params.emailAddress}`,
      run: on(({ signUp }) => signUp.create(params)),
    })),
  pick(passwords).map(text => ({
    name: 'signUp.update',
    run: on(({ signUp }) => signUp.update({ password: text, firstName: 'Ada' })),
  })),
  fc.constant({
    name: 'signUp.prepare',
    run: on(({ signUp }) => signUp.prepareEmailAddressVerification()),
  }),
  pick(codes).map(code => ({
    name: `signUp.attempt ${code.slice(0, 6)}`,
    run: on(({ signUp }) => signUp.attemptEmailAddressVerification({ code })),
  })),
  fc.constant({
    name: 'resets',
    run: on(async client => [client.resetSignIn(), client.resetSignUp()]),
  }),
  fc.constant({ name: 'signOut', run: (clientele: ClienteleStore) => clientele.signOut() }),
  pick([31_000, 11 * 60_000]).map(ms => ({
    name: `${ms} ms go by`,
    run: async (_: ClienteleStore, emulator: Emulator) => void emulator.clock.advance(ms),
  })),
)

const own = ['attempt_missing', 'attempt_replaced', 'action_not_allowed']

const check = ({ client, status }: ClienteleStore) => {
  expect(status).toBe('ready')
  for (const kind of ['signIn', 'signUp'] as const) {
    const attempt = client?.[kind]
    expect(legalActions(kind, attempt?.status ?? null)?.length).toBeGreaterThan(0)
    expect(attempt?.next.kind).not.toBe('unsupported')
  }
}

const walk = async (names: readonly { name: string; run: Run }[], settings: Partial<Settings>) => {
  const emulator = createEmulator({ settings })
  for (const person of people) emulator.users.create(person)
  const { fetch } = emulator.agent()
  const clock = { now: emulator.clock.now, setTimeout: () => 0, clearTimeout: () => {} }
  const clientele = createClientele({
    publishableKey: emulator.publishableKey,
    fetch,
    clock,
    modules: [attemptGuard()],
  })
  await clientele.load()
  for (const { run } of names) {
    try {
      await run(clientele, emulator, url => fetch(url, { redirect: 'manual' }))
    } catch (error) {
      if (!isClienteleError(error)) throw error
      expect(own.includes(error.code) || (error.status ?? 0) >= 400).toBe(true)
      expect(error.status ?? 400).toBeLessThan(500)
    }
    check(clientele)
  }
  // Another page of the same browser sees what this one ends with.
  const { client } = clientele
  const other = createClientele({ publishableKey: emulator.publishableKey, fetch, clock })
  await other.load()
  expect(other.client?.sessions.map(({ id }) => id)).toEqual(client?.sessions.map(({ id }) => id))
  // A refused code counts at the server, which does not say so: how often it was tried may differ
  // until the next read.
  const mine = clientele.store.getState().attempts.signUp.data
  const theirs = other.store.getState().attempts.signUp.data
  if (!mine || mine.status === 'complete' || !theirs) return
  const { id, status, missingFields, unverifiedFields } = theirs
  expect(mine).toMatchObject({ id, status, missingFields, unverifiedFields })
}

const settings: fc.Arbitrary<Partial<Settings>> = fc.record({
  singleSession: fc.boolean(),
  clientTrust: fc.boolean(),
  enumerationProtection: fc.boolean(),
  lockoutAttempts: pick([0, 4]),
  username: pick(['on', 'required'] as const),
})

it('a walk never ends where nothing can be done', async () => {
  const walks = fc.array(steps, { minLength: 3, maxLength: 18 })
  await fc.assert(fc.asyncProperty(walks, settings, walk), { numRuns: 120 })
}, 120_000)
