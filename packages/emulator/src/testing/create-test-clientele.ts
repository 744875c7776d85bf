import { type ClienteleOptions, type ClienteleStore, createClientele } from '@clientele/core'
import type { Emulator } from '../control/emulator.ts'
import type { EmulatedUser } from '../control/users.ts'
import { createEmulator, type EmulatorOptions } from '../emulator.ts'
import { type TestUser, testUser } from './test-user.ts'
import { createTransport, type Transport } from './transport.ts'

/** What a component under test finds. */
export type TestState =
  | 'loading'
  | 'signed-out'
  | 'signed-in'
  | 'needs-second-factor'
  | 'pending'
  | 'degraded'
  | 'offline'

/** How the store and its emulator are made. */
export interface TestClienteleOptions extends Omit<ClienteleOptions, 'publishableKey' | 'fetch'> {
  /** `signed-in` when not set. */
  readonly state?: TestState | undefined
  /** Who signs in; the one of {@link testUser} when not set. */
  readonly user?: Partial<TestUser> | undefined
  /** An emulator of your own, such as one for several clients; a new one when not set. */
  readonly emulator?: Emulator | undefined
  /** Of the new one. */
  readonly settings?: EmulatorOptions['settings'] | undefined
}

/** The real store, over an emulator in this process. */
export interface TestClientele extends Omit<Transport, 'fetch'> {
  /** Loaded, and disposed of by `dispose()`. */
  readonly clientele: ClienteleStore
  /** What answers the store. */
  readonly emulator: Emulator
  /** Who can sign in, and in most states has. */
  readonly user: EmulatedUser & { readonly password: string }
}

const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

interface Setting extends TestClientele {
  readonly identifier: string
}

const signIn = async ({ clientele, identifier, user }: Setting): Promise<void> => {
  const attempt = await clientele.client?.signIn.create({
    strategy: 'password',
    identifier,
    password: user.password,
  })
  if (attempt?.createdSessionId) await clientele.setActive({ session: attempt.createdSessionId })
}

/** How each state comes about: as in life, by what a person, the server or the network does. */
const reach: Readonly<Record<TestState, (setting: Setting) => Promise<unknown>>> = {
  loading: async ({ clientele, hold }) => {
    hold()
    // What is disposed of while it loads is nobody's error.
    clientele.load().catch(() => {})
  },
  'signed-out': ({ clientele }) => clientele.load(),
  'signed-in': async setting => {
    await setting.clientele.load()
    await signIn(setting)
  },
  'needs-second-factor': async setting => {
    setting.emulator.users.update(setting.user.id, { totpSecret })
    await setting.clientele.load()
    await signIn(setting)
  },
  pending: async setting => {
    await reach['signed-in'](setting)
    const { clientele, emulator } = setting
    emulator.sessions.assignTasks(clientele.session?.id ?? '', ['choose-organization'])
    await clientele.client?.reload()
  },
  degraded: async setting => {
    await reach['signed-in'](setting)
    setting.emulator.faults.add({ kind: 'status', path: '/v1/*', status: 503 })
    await setting.clientele.client?.reload().catch(() => {})
  },
  offline: async setting => {
    await reach['signed-in'](setting)
    setting.offline()
    await setting.clientele.client?.signIn.create({ identifier: 'nobody' }).catch(() => {})
  },
}

/**
 * A Clientele in the state that a test is about: the real store and the real answers, in this
 * process, without a mock. `dispose()` its clientele at the end.
 *
 * @throws TypeError for a state that there is none of.
 * @example
 * const user = { firstName: 'Grace' }
 * const { clientele, settle } = await createTestClientele({ state: 'signed-in', user })
 * render(<ClienteleProvider clientele={clientele}><Greeting /></ClienteleProvider>)
 */
export const createTestClientele = async (
  options: TestClienteleOptions = {},
): Promise<TestClientele> => {
  const {
    state = 'signed-in',
    user: over,
    settings,
    emulator = createEmulator({ settings }),
    ...rest
  } = options
  if (!Object.hasOwn(reach, state))
    throw new TypeError(`There is no state ${state}: take one of ${Object.keys(reach).join(', ')}`)
  const given = testUser(over)
  const user = {
    ...(emulator.users.get(given.emailAddress) ?? emulator.users.create(given)),
    password: given.password,
  }
  const { fetch, ...transport } = createTransport(emulator.agent())
  const clientele = createClientele({ ...rest, publishableKey: emulator.publishableKey, fetch })
  const made = { clientele, emulator, user, ...transport }
  await reach[state]({ ...made, identifier: given.emailAddress })
  return made
}
