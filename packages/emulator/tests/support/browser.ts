import {
  type AgentOptions,
  createEmulator,
  type Emulator,
  type EmulatorOptions,
} from '@clientele/emulator'
import type { AnswerWire, AttemptWire, ClientWire, SessionWire } from './wire.ts'

export interface Answer<Response> {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: AnswerWire<Response>
  /** Code and parameter of the first error, as `code@param`. */
  readonly fault: string | undefined
}

export type Fields = Readonly<Record<string, string>>

const read = async <Response>(response: globalThis.Response): Promise<Answer<Response>> => {
  const text = await response.text()
  // as: a test says which answer it expects
  const body = JSON.parse(text || '{}') as AnswerWire<Response>
  const error = body.errors?.[0]
  const param = error?.meta?.param_name
  const fault = error && (typeof param === 'string' ? `${error.code}@${param}` : error.code)
  return { status: response.status, headers: response.headers, text, body, fault }
}

export const start = Date.UTC(2026, 0, 2, 3, 4, 5)

/** An emulator whose clock stands at `start` until a test moves it. */
export const createFrozen = (options: EmulatorOptions = {}): Emulator =>
  createEmulator({ clock: { now: () => start }, ...options })

/**
 * Resolves once all that was asked before has had its turn: by then it is answered, or a fault
 * holds it up. The page takes a turn like everybody, and no fault meets it nor lets go for it.
 */
export const whenTurnsAreTaken = async (emulator: Emulator): Promise<void> => {
  await emulator.fetch('/__emulator/oauth/authorize')
}

/** The same with this many users in it. */
export const withUsers = (count: number): Emulator => {
  const emulator = createFrozen()
  for (let index = 0; index < count; index += 1)
    emulator.users.create({ emailAddress: `user${index}@example.com` })
  return emulator
}

/** A browser profile that speaks the wire by hand. */
export const createBrowser = (emulator: Emulator, options?: AgentOptions) => {
  const agent = emulator.agent(options)
  const send = async <Response>(
    method: string,
    path: string,
    fields: Fields = {},
  ): Promise<Answer<Response>> => {
    const url = new URL(path, `https://${emulator.host}`)
    if (method === 'GET') return read<Response>(await agent.fetch(url))
    if (method !== 'POST') url.searchParams.set('_method', method)
    return read<Response>(
      await agent.fetch(url, { method: 'POST', body: new URLSearchParams(fields) }),
    )
  }
  const attempt = (method: string, path: string, fields?: Fields) =>
    send<AttemptWire>(method, `/v1/client/${path}`, fields)
  /** Opens an address as a person does, and says where it led on to. */
  const visit = async (url: string, fields?: Fields) => {
    const body = fields && new URLSearchParams(fields)
    const response = await agent.fetch(url, {
      redirect: 'manual',
      ...(body ? { method: 'POST', body } : {}),
    })
    const location = response.headers.get('location')
    return {
      status: response.status,
      to: location === null ? null : new URL(location),
      text: await response.text(),
    }
  }
  return {
    agent,
    send,
    visit,
    client: () => send<ClientWire | null>('GET', '/v1/client'),
    session: (verb: string, id: string, fields?: Fields) =>
      send<SessionWire>('POST', `/v1/client/sessions/${id}/${verb}`, fields),
    signIn: (fields: Fields) => attempt('POST', 'sign_ins', fields),
    signInStep: (id: string, step: string, fields: Fields) =>
      attempt('POST', `sign_ins/${id}/${step}`, fields),
    signUp: (fields: Fields) => attempt('POST', 'sign_ups', fields),
    signUpStep: (id: string, step: string, fields: Fields) =>
      attempt('POST', `sign_ups/${id}/${step}`, fields),
    attempt,
  }
}

export type Browser = ReturnType<typeof createBrowser>

export const jane = { emailAddress: 'jane@example.com', password: 'correct horse' }
export const joe = { emailAddress: 'joe@example.com', password: 'battery staple' }

/** A browser in which `users` are signed in, in this order. */
export const createSignedIn = async (emulator: Emulator, users = [jane]) => {
  const browser = createBrowser(emulator)
  const ids: string[] = []
  for (const { emailAddress, password } of users) {
    if (!emulator.users.get(emailAddress))
      emulator.users.create({ emailAddress, password, firstName: 'Ann' })
    const { body } = await browser.signIn({ identifier: emailAddress, password })
    ids.push(body.response.created_session_id ?? '')
  }
  return { ...browser, ids, id: ids.at(-1) ?? '' }
}
