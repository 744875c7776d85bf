/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** How many there are in all. */
  readonly total: number
}

/** The emulator's control interface, over HTTP. */
export interface Control {
  /** Where it is, without a slash at its end: `http://127.0.0.1:4100`. */
  readonly address: string
  /** @throws Error with what the emulator says is wrong, here and below. */
  get<Answer>(path: string): Promise<Answer>
  /** A part of a list, and how much there is of it. */
  list<Item>(path: string): Promise<Page<Item>>
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

type Refusal = { readonly message: string; readonly meta?: { readonly param_name?: string } }

const describeRefusal = ({ message, meta }: Refusal): string =>
  meta?.param_name ? `${meta.param_name}: ${message}` : message

const read = async (answer: Response): Promise<unknown> => {
  const text = await answer.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  if (answer.ok) return body
  // as: the form of every refusal
  const { errors = [] } = (body ?? {}) as { errors?: readonly Refusal[] }
  const said = errors.map(describeRefusal).join('; ')
  throw new Error(said || `The emulator answered ${answer.status}`)
}

const initOf = (method: string, body: unknown): RequestInit => ({
  method,
  ...(body !== undefined && {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  }),
})

/** @param given address of the emulator, with or without a slash at its end. */
export const createControl = (given: string): Control => {
  const address = given.replace(/\/$/, '')
  const at = (path: string) => `${address}/__emulator${path}`
  return {
    address,
    // as: what the path answers, which the caller names
    get: async <Answer>(path: string) => (await read(await fetch(at(path)))) as Answer,
    list: async <Item>(path: string) => {
      const answer = await fetch(at(path))
      const items = (await read(answer)) as readonly Item[] // as: what the caller names
      return { items, total: Number(answer.headers.get('x-total-count') ?? items.length) }
    },
    send: async <Answer>(method: string, path: string, body?: unknown) =>
      (await read(await fetch(at(path), initOf(method, body)))) as Answer, // as: as above
  }
}
