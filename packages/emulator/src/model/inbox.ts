/** A message that the instance would have sent. */
export interface Message {
  /** What `after` of a filter takes. */
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  /** An email address, or a phone number in E.164. */
  readonly to: string
  /**
   * The strategy it is for: `email_code`, `phone_code`, `email_link`, `reset_password_email_code`,
   * …; `organization_invitation` for who is invited.
   */
  readonly kind: string
  /** The six digits; `null` for a link. */
  readonly code: string | null
  /** The address to open; `null` for a code. */
  readonly link: string | null
}

/** Which messages are meant; all of it must fit. */
export interface MessageFilter {
  /** The address or number, in any case. */
  readonly to?: string
  /** The strategy that it is for: `email_code`. */
  readonly kind?: string
  /** Only messages after the one with this id. */
  readonly after?: string
}

/** Every message sent, oldest first. */
export interface Inbox {
  /** Those that fit, oldest first. */
  messages(filter?: MessageFilter): readonly Message[]
  /** The newest that fits; undefined when none does. */
  latest(filter?: MessageFilter): Message | undefined
  /**
   * The latest message that fits, at once or as soon as one is sent. `signal` stops the waiting.
   */
  waitFor(filter?: MessageFilter, options?: { signal?: AbortSignal }): Promise<Message>
  /** Forgets every message. */
  clear(): void
}

/** The inbox as the emulator itself uses it. */
export interface InstanceInbox extends Inbox {
  send(message: Message): void
  /** Puts these messages in the place of all others. */
  restore(messages: readonly Message[]): void
}

export const createInbox = (): InstanceInbox => {
  const sent: Message[] = []
  const waiting = new Set<() => void>()
  const messages = ({ to, kind, after }: MessageFilter = {}) => {
    const from = after === undefined ? 0 : sent.findIndex(message => message.id === after) + 1
    const address = to?.toLowerCase()
    return sent
      .slice(from)
      .filter(message => (!address || message.to === address) && (!kind || message.kind === kind))
  }
  const latest = (filter?: MessageFilter) => messages(filter).at(-1)
  const waitFor = (filter?: MessageFilter, { signal }: { signal?: AbortSignal } = {}) =>
    new Promise<Message>((resolve, reject) => {
      const stop = () => {
        waiting.delete(look)
        reject(signal?.reason)
      }
      const look = () => {
        const message = latest(filter)
        if (!message) return
        waiting.delete(look)
        signal?.removeEventListener('abort', stop)
        resolve(message)
      }
      if (signal?.aborted) return stop()
      signal?.addEventListener('abort', stop, { once: true })
      waiting.add(look)
      look()
    })
  const add = (...added: readonly Message[]) => {
    for (const message of added) sent.push(Object.freeze(message))
    for (const look of [...waiting]) look()
  }
  return {
    messages,
    latest,
    waitFor,
    clear: () => {
      sent.length = 0
    },
    send: add,
    restore: restored => {
      sent.length = 0
      add(...restored)
    },
  }
}
