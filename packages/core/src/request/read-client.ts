import { ClienteleError } from '../errors.ts'
import type { WireResponse } from '../http/transport.ts'
import { addressOf } from '../http/url.ts'
import type { Kernel } from '../kernel.ts'
import { setConnection } from '../slices/connection.ts'
import type { State } from '../state.ts'
import { type Abort, withDeadline } from '../time/deadline.ts'
import { mayBeForeignClient } from './foreign-client.ts'
import type { Priority, Slot } from './queue.ts'
import { judge, receive } from './receive.ts'

export interface ReadOptions {
  readonly priority?: Priority | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  /** Milliseconds for all of it, waiting for a slot included. */
  readonly timeout?: number | undefined
  /** Called with what was asked, while the answer is on its way. */
  readonly onSent?: ((url: string) => void) | undefined
}

/** What asks for the client. */
export const clientIntent = {
  scope: 'client',
  method: 'GET',
  path: '/client',
  resource: 'client',
} as const

/** The parts of a state that an answer brings, or that say what an answer would bring. */
const partsOf = ({ client, sessions, users, attempts }: State) => [
  client,
  sessions,
  users,
  attempts,
]

/** The same text once more, while nothing else changed the state: there is nothing to parse. */
const isRepeated = ({ received, store }: Kernel, { status, text }: WireResponse): boolean => {
  const { last } = received
  if (last?.text !== text || status >= 300) return false
  return partsOf(store.getState()).every((part, index) => part === last.parts[index])
}

/** The answer is for another, empty client: it is asked for once more before it is believed. */
const isContradicting = (kernel: Kernel, response: WireResponse): boolean => {
  if (!mayBeForeignClient(kernel.store.getState(), response.text)) return false
  if (judge(kernel, clientIntent, response, true).verdict !== 'contradiction') return false
  kernel.onError(
    new ClienteleError('client_replaced', 'The server answered for another, empty client'),
  )
  return true
}

/** @throws ClienteleError as the answer is an error. */
const take = (kernel: Kernel, response: WireResponse): void => {
  const { received, store } = kernel
  if (isRepeated(kernel, response)) {
    store.commitFrom(response, setConnection('ready'))
    return
  }
  const { error } = receive(kernel, clientIntent, response, false)
  if (error) throw error
  received.last = { text: response.text, parts: partsOf(store.getState()) }
}

/**
 * Asks for the client. An answer that another request overlapped may be older or newer than what
 * that one brought, so it is not applied: the question is put once more, in a slot of its own.
 *
 * @throws ClienteleError as the API refuses, or one of the transport's.
 */
export const readClient = (
  kernel: Kernel,
  { priority = 'user', query, timeout = 60_000, onSent }: ReadOptions = {},
): Promise<void> =>
  withDeadline(
    kernel.ports.clock,
    timeout,
    [kernel.lifetime],
    async deadline => {
      const ask = (signal: Abort, isStale: () => boolean) =>
        kernel.hooks.send({
          ...clientIntent,
          query,
          signal,
          onSent,
          verify: response => !isStale() && isContradicting(kernel, response),
        })
      /** @returns false when it was overlapped all the same, by somebody who signed out. */
      const readInSlot = (slot: Slot) =>
        withDeadline(kernel.ports.clock, timeout, [deadline, slot.abort], async abort => {
          const response = await ask(abort, slot.isStale)
          if (slot.isStale()) return false
          take(kernel, response)
          return true
        })
      if (!kernel.rotates) {
        const isStale = kernel.queue.startRead()
        const response = await ask(deadline, isStale)
        if (!isStale()) return take(kernel, response)
      }
      while (!(await kernel.queue.run(priority, readInSlot, { keepOnSignOut: true })));
    },
    ` from ${addressOf(kernel.instance)}`,
  )
