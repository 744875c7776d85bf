import { createHmac } from 'node:crypto'
import type { StoragePort } from '@clientele/core'
import { type AccountOptions, account } from '@clientele/core/account'
import { createEmulator } from '@clientele/emulator'
import { createClientele } from './create-clientele.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './scripted-fetch.ts'
import { clientJson, sessionJson, userJson } from './wire.ts'

export const emailAddress = 'ada@example.com'
export const password = 'correct horse battery staple'

type EmulatorOptions = NonNullable<Parameters<typeof createEmulator>[0]>

const keep = (): StoragePort => {
  const items = new Map<string, string>()
  return {
    getItem: async key => items.get(key) ?? null,
    setItem: async (key, value) => items.set(key, value),
    removeItem: async key => items.delete(key),
  }
}

const openAs =
  (mode: 'browser' | 'native') =>
  /** Ada, signed in at an emulator, and her account. */
  async (user: object = {}, options: EmulatorOptions = {}, own: AccountOptions = {}) => {
    const emulator = createEmulator(options)
    const { id: userId } = emulator.users.create({ emailAddress, password, ...user })
    const agent = emulator.agent(mode === 'native' ? { origin: null } : {})
    const clientele = createClientele({
      publishableKey: emulator.publishableKey,
      fetch: agent.fetch,
      ...(mode === 'native' && { mode, storage: keep() }),
    })
    await clientele.load()
    const signIn = async (identifier: string) => {
      const done = await clientele.client?.signIn.create({ identifier, password })
      await clientele.setActive({ session: done?.createdSessionId ?? null })
      return done?.createdSessionId ?? ''
    }
    /** Brings what a provider answers, and comes back with what the application is told. */
    const returnFrom = async (url: string) => {
      const { fetch } = mode === 'native' ? emulator.agent() : agent
      const { headers } = await fetch(url, { redirect: 'manual' })
      const { searchParams } = new URL(headers.get('location') ?? '')
      const nonce = searchParams.get('rotating_token_nonce')
      await clientele.client?.reload(nonce === null ? {} : { rotatingTokenNonce: nonce })
    }
    const sessionId = await signIn(emailAddress)
    return {
      emulator,
      clientele,
      signIn,
      returnFrom,
      sessionId,
      userId,
      api: clientele.use(account(own)),
      /** The user, as the server has it. */
      atServer: () => emulator.users.get(userId),
      code: () => emulator.inbox.latest()?.code ?? '',
    }
  }

/** In a browser. */
export const openAccount = openAs('browser')

/** How applications prove who they are: by a cookie, and by a token that changes. */
export const modes = [
  ['in a browser', openAccount],
  ['in a native application', openAs('native')],
] as const

/** Ada on another device. */
export const signInElsewhere = async ({ emulator }: Awaited<ReturnType<typeof openAccount>>) => {
  const { fetch } = emulator.agent()
  const there = createClientele({ publishableKey: emulator.publishableKey, fetch })
  await there.load()
  const done = await there.client?.signIn.create({ identifier: emailAddress, password })
  return { there, id: done?.createdSessionId ?? '' }
}

/** A signed-in client of a server whose answers the test writes. */
export const scriptAccount = async (
  answer: (request: Seen) => unknown,
  options: AccountOptions = {},
) => {
  const client = (user: object = {}) =>
    clientJson({ sessions: [sessionJson('sess_1', { user: userJson('user_1', user) })] })
  let user: object = {}
  const wire = scriptedFetch(request => {
    if (request.path === '/client') return json({ response: client(user), client: null })
    const given = answer(request)
    return given instanceof Response ? given : json({ response: given, client: client(user) })
  })
  const clientele = createClientele({ publishableKey, fetch: wire.fetch })
  await clientele.load()
  return {
    ...wire,
    clientele,
    api: clientele.use(account(options)),
    /** What the client of the next answers says of the user. */
    setUser: (over: object) => {
      user = over
    },
    asked: () =>
      wire.seen.slice(1).map(({ method, path, form }) => `${method} ${path} ${form}`.trim()),
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app that was told `secret` shows at a time in ms (RFC 6238). */
export const totpCodeFor = (secret: string, now: number): string => {
  const bits = [...secret].map(char => alphabet.indexOf(char).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
