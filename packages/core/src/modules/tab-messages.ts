import { guarded } from '../guarded.ts'
import { own } from '../is-object.ts'
// What tabs tell each other. Another tab may run another version of the application, so nothing is
// believed unseen.

/** The part of `BroadcastChannel` that is used. */
export interface Channel {
  /** To all others of the name, not to itself. */
  postMessage(message: unknown): void
  /** Calls back with each message of another. */
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  /** No message comes or goes afterwards. */
  close(): void
}

/** What there is to tell, and what comes with it. */
export type TabMessages = {
  /** Tokens were made: the name of their template, and themselves. */
  readonly tokens: (template: string, ...jwts: string[]) => void
  /** Something was changed at the server. */
  readonly changed: () => void
  /** The sessions of these ids were signed out; the server may have yet to hear of it. */
  readonly ended: (...ids: string[]) => void
  /** The session of this id is the one to work with; with an empty one, none is. */
  readonly active: (id: string) => void
}

export interface Post {
  <Kind extends keyof TabMessages>(kind: Kind, ...values: Parameters<TabMessages[Kind]>): void
  close(): void
}

const version = 2

const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * @param onError told of a channel that cannot be opened or posted to: then this tab is on its own.
 */
export const openChannel = (
  open: () => Channel | undefined,
  handlers: Readonly<Record<string, (...values: string[]) => void>>,
  onError: (error: unknown) => void,
): Post => {
  const channel = guarded(onError, open)
  const onMessage: Parameters<Channel['addEventListener']>[1] = ({ data }) => {
    const { v, kind, values }: Readonly<Record<string, unknown>> = Object(data)
    const handler = v === version && isText(kind) ? own(handlers, kind) : undefined
    if (handler && Array.isArray(values) && values.every(isText))
      guarded(onError, () => handler(...values))
  }
  guarded(onError, () => channel?.addEventListener('message', onMessage))
  const post: Post = (kind, ...values) =>
    guarded(onError, () => channel?.postMessage({ v: version, kind, values }))
  post.close = () => guarded(onError, () => channel?.close())
  return post
}
