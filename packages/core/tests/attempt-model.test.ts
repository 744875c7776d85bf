import { type Client, type Clientele, createClientele, isClienteleError } from '@clientele/core'
import { attemptGuard, legalActions } from '@clientele/core/attempt-chart'
import { createEmulator, type Emulator } from '@clientele/emulator'
import fc from 'fast-check'
import { expect, it } from 'vitest'

// Walks sign-in and sign-up at random, with right and wrong input, against a real state machine.

const address = 'ada+clerk_test@example.com'
const password = 'correct horse battery staple'

type Act = (client: Client) => Promise<unknown>
type Run = (clientele: Clientele, emulator: Emulator) => Promise<unknown>

const codes = ['424242', '000000', '', 'x'.repeat(300)]
const identifiers = [address, 'nobody@example.com', 'not an address', '']
const passwords = [password, 'wrong wrong wrong', '']

const on =
  (act: Act): Run =>
  async ({ client }) =>
    client && act(client)

const pick = <Item>(items: readonly Item[]) => fc.constantFrom(...items)

const steps: fc.Arbitrary<{ name: string; run: Run }> = fc.oneof(
  fc
    .record({ identifier: pick(identifiers) })
    .map(params => ({ name: `signIn.create ${params.identifier}`, run: on(({ signIn }) => signIn.create(params)) })),
  fc
    .record({ identifier: pick(identifiers), password: pick(passwords) })
    .map(params => ({ name: 'signIn.create with a password', run: on(({ signIn }) => signIn.create(params)) })),
  fc.constant({
    name: 'signIn.prepareFirstFactor',
    run: on(({ signIn }) => {
      const id = signIn.supportedFirstFactors?.find(({ strategy }) => strategy === 'email_code')?.emailAddressId
      return signIn.prepareFirstFactor({ strategy: 'email_code', ...(id && { emailAddressId: id }) })
    }),
  }),
  pick(codes).map(code => ({
    name: `signIn.attemptFirstFactor ${code.slice(0, 6)}`,
    run: on(({ signIn }) => signIn.attemptFirstFactor({ strategy: 'email_code', code })),
  })),
  pick(passwords).map(text => ({
    name: 'signIn.attemptFirstFactor with a password',
    run: on(({ signIn }) => signIn.attemptFirstFactor({ strategy: 'password', password: text })),
  })),
  pick(codes).map(code => ({
    name: 'signIn.attemptSecondFactor',
    run: on(({ signIn }) => signIn.attemptSecondFactor({ strategy: 'totp', code })),
  })),
  fc.constant({ name: 'signIn.resetPassword', run: on(({ signIn }) => signIn.resetPassword({ password })) }),
  fc.constant({ name: 'signIn.reload', run: on(({ signIn }) => signIn.reload()) }),
  fc
    .record({ emailAddress: pick(['new+clerk_test@example.com', ...identifiers]), password: pick(passwords) })
    .map(params => ({ name: `signUp.create ${params.emailAddress}`, run: on(({ signUp }) => signUp.create(params)) })),
  pick(passwords).map(text => ({
    name: 'signUp.update',
    run: on(({ signUp }) => signUp.update({ password: text, firstName: 'Ada' })),
  })),
  fc.constant({ name: 'signUp.prepare', run: on(({ signUp }) => signUp.prepareEmailAddressVerification()) }),
  pick(codes).map(code => ({
    name: `signUp.attempt ${code.slice(0, 6)}`,
    run: on(({ signUp }) => signUp.attemptEmailAddressVerification({ code })),
  })),
  fc.constant({ name: 'resets', run: on(async client => [client.resetSignIn(), client.resetSignUp()]) }),
  fc.constant({ name: 'signOut', run: (clientele: Clientele) => clientele.signOut() }),
  pick([31_000, 11 * 60_000]).map(ms => ({
    name: `${ms} ms go by`,
    run: async (_: Clientele, emulator: Emulator) => void emulator.clock.advance(ms),
  })),
)

const own = ['attempt_missing', 'attempt_replaced', 'action_not_allowed']

const check = ({ client, status }: Clientele) => {
  expect(status).toBe('ready')
  for (const kind of ['signIn', 'signUp'] as const) {
    const attempt = client?.[kind]
    expect(legalActions(kind, attempt?.status ?? null)?.length).toBeGreaterThan(0)
    expect(attempt?.next.kind).not.toBe('unsupported')
  }
}

const walk = async (names: readonly { name: string; run: Run }[]) => {
  const emulator = createEmulator()
  emulator.users.create({ emailAddress: address, password })
  const { fetch } = emulator.agent()
  const clock = { now: emulator.clock.now, setTimeout: () => 0, clearTimeout: () => {} }
  const clientele = createClientele({ publishableKey: emulator.publishableKey, fetch, clock, modules: [attemptGuard] })
  await clientele.load()
  for (const { run } of names) {
    try {
      await run(clientele, emulator)
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
  // A refused code counts at the server, which does not say so: how often it was tried may differ until the next read.
  const mine = clientele.store.getState().attempts.signUp.data
  const theirs = other.store.getState().attempts.signUp.data
  if (!mine || mine.status === 'complete' || !theirs) return
  const { id, status, missingFields, unverifiedFields } = theirs
  expect(mine).toMatchObject({ id, status, missingFields, unverifiedFields })
}

it('a walk never ends where nothing can be done', async () => {
  await fc.assert(fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 14 }), walk), { numRuns: 60 })
}, 60_000)
