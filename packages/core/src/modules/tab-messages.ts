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

const isText = (value: unknown): value is string => typeof value === 'string'

const shapes: Readonly<Record<string, (message: Readonly<Record<string, unknown>>) => boolean>> = {
  token: ({ sessionId, template, organizationId, jwt }) => [sessionId, template, organizationId, jwt].every(isText),
  changed: () => true,
  ended: ({ ids }) => Array.isArray(ids) && ids.every(isText),
  told: ({ ids }) => Array.isArray(ids) && ids.every(isText),
  active: ({ id }) => id === null || isText(id),
}

const isMessage = (data: unknown): data is TabMessage => {
  if (typeof data !== 'object' || data === null) return false
  const message: Readonly<Record<string, unknown>> = { ...data }
  const { kind, v } = message
  return v === version && isText(kind) && Object.hasOwn(shapes, kind) && shapes[kind]?.(message) === true
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
