import { UnknownRecord } from '../lib/input-errors.ts'
import { type ListOptions, pageOf } from '../lib/list-page.ts'
import type { Network } from '../network/network.ts'
import type { WebhookMessage } from '../network/webhooks/webhooks.ts'

/** The messages to the receivers of webhooks, which the setting `webhooks` has. */
export interface WebhookControl {
  /** What was told, oldest first: the last thousand, and how far each got with each receiver. */
  list(options?: ListOptions): readonly WebhookMessage[]
  /** Sends a message once more. @throws TypeError for one that is not listed. */
  replay(id: string): WebhookMessage
  /**
   * Sends what was changed by methods of the emulator, which is else told with the next request,
   * and resolves once all that is to be sent was tried once.
   */
  flush(): Promise<void>
}

export const createWebhookControl = ({ webhooks }: Network): WebhookControl => ({
  list: options => {
    webhooks.notify()
    return structuredClone(pageOf(webhooks.messages(), options))
  },
  replay: id => {
    const message = webhooks.replay(id)
    if (!message) throw new UnknownRecord('webhook message', id)
    return structuredClone(message)
  },
  flush: async () => {
    webhooks.notify()
    await webhooks.settled()
  },
})
