import { defaultWebhookSecret, signatureHeaders } from '../../lib/webhook-signature.ts'
import type { Instance } from '../../model/instance.ts'
import type { WebhookEndpoint } from '../../model/webhook-endpoint.ts'

/** What sends a request to a receiver. */
export type SendPort = (url: string, init: RequestInit) => Promise<Response>

/** One try to deliver a message. */
export interface WebhookAttempt {
  /** Epoch milliseconds. */
  readonly at: number
  /** Of the receiver's answer; `null` when there was none. */
  readonly status: number | null
  /** Why there was none. */
  readonly error: string | null
}

/** How far a message got with one receiver. */
export interface WebhookDelivery {
  /** Of the receiver. */
  readonly url: string
  /** `pending` while it is tried again. */
  status: 'pending' | 'delivered' | 'failed'
  /** Oldest first. */
  readonly attempts: WebhookAttempt[]
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
/** ms until the next try, after each that failed. */
const retryDelays = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 10 * hour]
const timeout = 15 * second

const attempt = async (
  instance: Instance,
  send: SendPort,
  { url, secret = defaultWebhookSecret }: WebhookEndpoint,
  { id, body }: { readonly id: string; readonly body: string },
): Promise<WebhookAttempt> => {
  const at = instance.clock.now()
  // Receivers compare it with their own time, which is not moved with the emulator's.
  const timestamp = Math.floor(Date.now() / 1000)
  try {
    const { status } = await send(url, {
      method: 'POST',
      // An answer that leads elsewhere could lead off this machine.
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        ...signatureHeaders(secret, { id, timestamp, body }),
      },
      body,
      signal: AbortSignal.timeout(timeout),
    })
    return { at, status, error: null }
  } catch (error) {
    return { at, status: null, error: error instanceof Error ? error.message : String(error) }
  }
}

const isTaken = ({ status }: WebhookAttempt): boolean =>
  status !== null && status >= 200 && status < 300

/**
 * Sends a message to one receiver, and again by the emulator's clock while it fails.
 *
 * @param onFirst is called after the first try.
 * @param signal stops the trying.
 */
export const deliver = async (
  instance: Instance,
  send: SendPort,
  endpoint: WebhookEndpoint,
  message: { readonly id: string; readonly body: string },
  delivery: WebhookDelivery,
  signal: AbortSignal,
  onFirst: () => void,
): Promise<void> => {
  for (const delay of [0, ...retryDelays]) {
    if (delay > 0) await instance.clock.waitInBackground(delay, signal)
    const made = await attempt(instance, send, endpoint, message)
    delivery.attempts.push(made)
    if (isTaken(made)) delivery.status = 'delivered'
    onFirst()
    if (isTaken(made) || signal.aborted) return
  }
  delivery.status = 'failed'
}
