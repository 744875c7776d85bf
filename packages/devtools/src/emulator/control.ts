/** A message of the emulator's inbox. */
export interface Message {
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  readonly to: string
  readonly kind: string
  readonly code: string | null
  readonly link: string | null
}

/** As much of a user as is shown. */
export interface EmulatorUser {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** The primary one. */
  readonly emailAddress: string | null
}

/** The emulator's control interface, over HTTP. */
export interface Control {
  /** Where it is: `http://127.0.0.1:4100`. */
  readonly address: string
  get<Answer>(path: string): Promise<Answer>
  send<Answer>(method: 'POST' | 'DELETE' | 'PATCH', path: string, body?: unknown): Promise<Answer>
}

/** A name that means this machine, with its port if there is one. */
const isHere = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host)

/** The address that a key names, when it is of this machine. */
export const addressOf = (publishableKey: string): string | undefined => {
  try {
    const host = atob(publishableKey.split('_')[2] ?? '').replace(/\$$/, '')
    return isHere(host) ? `http://${host}` : undefined
  } catch {
    return undefined
  }
}

const read = async (answer: Response): Promise<unknown> => {
  const text = await answer.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  if (answer.ok) return body
  const [error] = (body as { errors?: readonly { message?: string }[] } | undefined)?.errors ?? []
  // as: the form of every refusal
  throw new Error(error?.message ?? `The emulator answered ${answer.status}`)
}

export const createControl = (address: string): Control => {
  const at = (path: string) => `${address.replace(/\/$/, '')}/__emulator${path}`
  return {
    address,
    // as: what the path answers, which the caller names
    get: async <Answer>(path: string) => (await read(await fetch(at(path)))) as Answer,
    send: async <Answer>(method: string, path: string, body?: unknown) =>
      (await read(
        await fetch(at(path), {
          method,
          ...(body !== undefined && {
            body: JSON.stringify(body),
            headers: { 'Content-Type': 'application/json' },
          }),
        }),
      )) as Answer, // as: what the path answers, which the caller names
  }
}
