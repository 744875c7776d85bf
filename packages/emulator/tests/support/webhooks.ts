import { createHmac } from 'node:crypto'
import { createEmulator, type EmulatorOptions } from '@clientele/emulator'
import { start } from './browser.ts'

export const receiver = 'http://127.0.0.1:9999/webhooks'

/** What a receiver got. */
export interface Received {
  readonly url: string
  readonly headers: Headers
  readonly body: string
  readonly event: { readonly type: string; readonly data: Record<string, unknown> }
}

/** An emulator whose webhooks are kept here, and answered as `answer` says. */
export const createWithReceiver = (options: EmulatorOptions = {}) => {
  const received: Received[] = []
  const state = { status: 200, isDown: false }
  let now = start
  const emulator = createEmulator({
    clock: { now: () => now },
    settings: { webhooks: [{ url: receiver }] },
    fetch: async (url, init) => {
      const body = String(init.body)
      received.push({ url, headers: new Headers(init.headers), body, event: JSON.parse(body) })
      if (state.isDown) throw new TypeError('fetch failed')
      return new Response(null, { status: state.status })
    },
    ...options,
  })
  const types = () => received.map(({ event }) => event.type)
  const tick = (ms: number) => {
    now += ms
  }
  return { emulator, received, state, types, tick }
}

/** What a receiver computes from a message and its secret. */
export const signatureOf = (secret: string, { headers, body }: Received): string => {
  const text = `${headers.get('svix-id')}.${headers.get('svix-timestamp')}.${body}`
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return `v1,${createHmac('sha256', key).update(text).digest('base64')}`
}
