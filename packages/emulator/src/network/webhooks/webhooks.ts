import type { Instance } from '../../model/instance.ts'
import type { WebhookEndpoint } from '../../model/webhook-endpoint.ts'
import { instanceIdOf } from '../../serialize/backend/instance.ts'
import type { WebhookEvent } from '../../serialize/webhooks/watched.ts'
import { deliver, type SendPort, type WebhookDelivery } from './deliver.ts'
import { createWatch, type Watch } from './watch.ts'

/** A message to the receivers of webhooks. */
export interface WebhookMessage {
  /** `msg_…`: the `svix-id` that its receivers see. */
  readonly id: string
  /** `user.created` */
  readonly type: string
  /** Epoch milliseconds. */
  readonly at: number
  /** What is sent. */
  readonly payload: object
  /** How far it got with each receiver. */
  readonly deliveries: readonly WebhookDelivery[]
}

/** Tells receivers what changes. */
export interface Webhooks {
  /** Sends what has changed since it was called last. Returns at once. */
  notify(): void
  /** Takes what is there for known, and stops trying to deliver what was before. */
  rebase(): void
  messages(): readonly WebhookMessage[]
  /** Sends a message once more, to all who want it now; `undefined` for one that is unknown. */
  replay(id: string): WebhookMessage | undefined
  /** Resolves once everything so far was tried once. */
  settled(): Promise<void>
}

const maxMessages = 1000

const wants = ({ events }: WebhookEndpoint, type: string): boolean =>
  events === undefined || events.some(event => event === type)

export const createWebhooks = (instance: Instance, send: SendPort): Webhooks => {
  // only while somebody is to be told
  let watch: Watch | null = null
  const messages: { message: WebhookMessage; deliveries: WebhookDelivery[] }[] = []
  const underWay = new Set<Promise<void>>()
  let stopping = new AbortController()

  const start = (message: WebhookMessage, deliveries: WebhookDelivery[]): void => {
    const body = JSON.stringify(message.payload)
    for (const endpoint of instance.settings.webhooks.filter(each => wants(each, message.type))) {
      const delivery: WebhookDelivery = { url: endpoint.url, status: 'pending', attempts: [] }
      deliveries.push(delivery)
      const tried = new Promise<void>(resolve => {
        const { signal } = stopping
        deliver(
          instance,
          send,
          endpoint,
          { id: message.id, body },
          delivery,
          signal,
          resolve,
        ).catch(
          resolve, // it was stopped
        )
      })
      underWay.add(tried)
      void tried.then(() => underWay.delete(tried))
    }
  }

  const tell = ({ type, data }: WebhookEvent): void => {
    if (!instance.settings.webhooks.some(endpoint => wants(endpoint, type))) return
    const at = instance.clock.now()
    const payload = {
      object: 'event',
      type,
      data: structuredClone(data),
      event_attributes: { http_request: { client_ip: '127.0.0.1', user_agent: '' } },
      timestamp: at,
      instance_id: instanceIdOf(instance),
    }
    const deliveries: WebhookDelivery[] = []
    const message = { id: instance.ids.next('msg'), type, at, payload, deliveries }
    messages.push({ message, deliveries })
    if (messages.length > maxMessages) messages.shift()
    start(message, deliveries)
  }

  const begin = (): void => {
    watch?.stop()
    watch = instance.settings.webhooks.length > 0 ? createWatch(instance) : null
  }
  begin()

  return {
    notify: () => {
      if (!watch || instance.settings.webhooks.length === 0) return begin()
      for (const event of watch.collect()) tell(event)
    },
    rebase: () => {
      stopping.abort()
      stopping = new AbortController()
      messages.length = 0
      begin()
    },
    messages: () => messages.map(({ message }) => message),
    replay: id => {
      const found = messages.find(({ message }) => message.id === id)
      if (found) start(found.message, found.deliveries)
      return found?.message
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
