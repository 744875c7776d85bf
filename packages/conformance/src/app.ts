import type { Client, ClienteleOptions, ClienteleStore } from '@clientele/core'
import { readState } from '@clientele/core/server'
import { createEmulator, type Emulator } from '@clientele/emulator'
import { createClientele } from '../../core/tests/support/create-clientele.ts'
import { jwtOf } from '../../core/tests/support/wire.ts'

/** A store over an emulated instance, and what tests do to it. */
export interface App {
  readonly emulator: Emulator
  /** The browser profile whose requests the store sends. */
  readonly browser: ReturnType<Emulator['agent']>
  readonly clientele: ClienteleStore
  /** What the store has swallowed: listeners that threw. */
  readonly errors: readonly unknown[]
  /** The client, once it is known. */
  client(): Client
  /** Signs a user in who did not exist before. @returns the id of the user. */
  signIn(name: string): Promise<string>
  /** Changes a user behind the store's back, and asks for it. */
  rename(userId: string, firstName: string): Promise<unknown>
  reload(): Promise<unknown>
  /** Lets requests fail, or not any more. */
  cut(isCut?: boolean): void
}

export const openApp = (options: Partial<ClienteleOptions> = {}): App => {
  const emulator = createEmulator()
  const browser = emulator.agent()
  const errors: unknown[] = []
  let cut = false
  const clientele = createClientele({
    publishableKey: emulator.publishableKey,
    fetch: (input, init) =>
      cut ? Promise.reject(new TypeError('fetch failed')) : browser.fetch(input, init),
    onError: error => errors.push(error),
    ...options,
  })
  const client = () => {
    if (!clientele.client) throw new TypeError('The client is not known yet: load() first')
    return clientele.client
  }
  return {
    emulator,
    browser,
    clientele,
    errors,
    client,
    signIn: async name => {
      const user = {
        emailAddress: `${name.toLowerCase()}@example.com`,
        password: 'correct horse battery',
      }
      const { id } = emulator.users.create({ ...user, firstName: name })
      await client().signIn.create({ identifier: user.emailAddress, password: user.password })
      return id
    },
    rename: (userId, firstName) => {
      emulator.users.update(userId, { firstName })
      return client().reload()
    },
    reload: () => client().reload(),
    cut: (isCut = true) => {
      cut = isCut
    },
  }
}

/** The same on a page whose server was shown no more than the cookies that backends read. */
export const openClaimed = async (): Promise<App> => {
  const publishableKey = `pk_live_${btoa('clerk.example.com$')}`
  const token = jwtOf('sess_1', 0, { iss: 'https://clerk.example.com', exp: 9e9 })
  const cookie = `__session=${token}`
  const initialState = await readState({ headers: { cookie } }, { publishableKey })
  return openApp({ initialState })
}
