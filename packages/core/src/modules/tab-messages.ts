// What tabs tell each other. Another tab may run another version of the application, so nothing is believed unseen.

/** The part of `BroadcastChannel` that is used. */
export interface Channel {
  postMessage(message: unknown): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  close(): void
}

export type TabMessage =
  /** A token was made. */
  | {
      readonly kind: 'token'
      readonly sessionId: string
      readonly template: string
      readonly organizationId: string
      readonly jwt: string
    }
  /** Something was changed at the server. */
  | { readonly kind: 'changed' }
  /** These sessions were signed out; the server may have yet to hear of it. */
  | { readonly kind: 'ended'; readonly ids: readonly string[] }
  /** The server has heard of it. */
  | { readonly kind: 'told'; readonly ids: readonly string[] }
  /** Another session is the one to work with. */
  | { readonly kind: 'active'; readonly id: string | null }

const version = 1

const isText = (value: unknown): boolean => typeof value === 'string'

// Which fields each kind has; `ids` are lists of texts, `id` may be `null`, all others are texts.
const fields: Readonly<Record<string, readonly string[]>> = {
  token: ['sessionId', 'template', 'organizationId', 'jwt'],
  changed: [],
  ended: ['ids'],
  told: ['ids'],
  active: ['id'],
}

const isField = (name: string, value: unknown): boolean =>
  name === 'ids' ? Array.isArray(value) && value.every(isText) : isText(value) || (name === 'id' && value === null)

const isMessage = (data: unknown): data is TabMessage => {
  const message: Readonly<Record<string, unknown>> = Object(data)
  const kind = String(message.kind)
  const own = Object.hasOwn(fields, kind) ? fields[kind] : undefined
  return message.v === version && own?.every(name => isField(name, message[name])) === true
}

export interface Post {
  (message: TabMessage): void
  close(): void
}

/** @param onError told of a channel that cannot be opened or posted to: then this tab is on its own. */
export const openChannel = (
  open: () => Channel | undefined,
  hear: (message: TabMessage) => void,
  onError: (error: unknown) => void,
): Post => {
  const guarded = <Result>(work: () => Result): Result | undefined => {
    try {
      return work()
    } catch (error) {
      onError(error)
      return undefined
    }
  }
  const channel = guarded(open)
  channel?.addEventListener('message', ({ data }) => {
    if (isMessage(data)) guarded(() => hear(data))
  })
  const post = (message: TabMessage) => guarded(() => channel?.postMessage({ v: version, ...message }))
  return Object.assign(post, { close: () => guarded(() => channel?.close()) })
}
