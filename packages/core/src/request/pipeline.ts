import { ClienteleError, isTransient, toClienteleError } from '../errors.ts'
import { encodeForm } from '../http/encode.ts'
import type { Kernel } from '../kernel.ts'
import { solveChallenge } from './captcha.ts'
import type { Intent } from './intent.ts'
import type { Slot } from './queue.ts'
import { type Outcome, receive } from './receive.ts'
import { readAgain, recoverFrom } from './recovery.ts'

// How a request is made, from what somebody wants to who is notified:
//
//   intent → dedupe → queue → intercept → send → decode → classify → apply → commit → notify
//
// `perform` is the first half, `receive` the second; reading the client alone is `readClient`.
// Nothing of the application runs while a request has its slot in the queue: a CAPTCHA is solved
// between two slots, and listeners are notified when the state is committed.

const givenUp = () => new ClienteleError('aborted', 'This was reset or replaced meanwhile')

/** One request in its slot. Rejections of the transport are outcomes too. */
const exchange = async (kernel: Kernel, intent: Intent, slot: Slot): Promise<Outcome> => {
  const { method, path, query, body, raw, timeout, priority } = intent
  try {
    const response = await kernel.hooks.send({
      method,
      path,
      query,
      body,
      raw,
      timeout,
      signal: slot.abort,
      keepalive: priority === 'urgent',
    })
    return receive(kernel, intent, response, slot.isStale())
  } catch (thrown) {
    // Signing out came first, and has the request made again: the queue knows.
    if (slot.abort.aborted) throw thrown
    const error = toClienteleError(thrown)
    return { verdict: isTransient(error) ? 'transient' : 'api_error', error, isStale: false }
  }
}

/** The exchange of an intent, a challenge that interrupts it included. */
const exchangeWithChallenge = async (kernel: Kernel, intent: Intent): Promise<Outcome> => {
  const { priority = 'user', keepOnSignOut } = intent
  const inSlot = (each: Intent) =>
    kernel.queue.run(priority, slot => exchange(kernel, each, slot), { keepOnSignOut })
  const first = await inSlot(intent)
  if (!first.challenge) return first
  const proof = await solveChallenge(kernel, first.challenge, intent.isVoid)
  if (first.challenge === 'with the request')
    return inSlot({ ...intent, body: { ...intent.body, ...proof } })
  const verified = await inSlot({
    scope: intent.scope,
    method: 'POST',
    path: '/client/verify',
    body: { ...proof, captchaAction: 'verify' },
    resource: 'client',
  })
  return verified.error ? verified : inSlot(intent)
}

/** Draws the conclusions of an outcome, when the slot is free again. @returns its response. */
const conclude = async (kernel: Kernel, intent: Intent, outcome: Outcome): Promise<unknown> => {
  const { verdict, error, isStale, isVoid } = outcome
  if (kernel.lifetime.aborted && error) throw error
  if (verdict === 'transient' && error) recoverFrom(kernel, error)
  if (verdict === 'contradiction' || isStale) {
    const reading = readAgain(kernel)
    // Who signs out waits for nothing more.
    if (intent.priority !== 'urgent' || verdict === 'contradiction') await reading
  }
  if (error) throw error
  if (isVoid) throw givenUp()
  return outcome.response
}

/**
 * Has something done at the server: the one way of everything that changes something there.
 *
 * @returns the `response` of the answer.
 * @throws ClienteleError as the API refuses, `aborted`, or one of the transport's; TypeError for
 * what cannot be sent.
 */
export const perform = async (kernel: Kernel, intent: Intent): Promise<unknown> => {
  kernel.lifetime.throwIfAborted()
  const { scope, name = '', isVoid } = intent
  const toText = () => toRequestText(intent)
  // What cannot be sent is refused before anything is shown or queued.
  toText()
  return kernel.dedupe.join({ scope, name, toText, isVoid }, async () => {
    if (intent.onStart) kernel.store.commit(...intent.onStart())
    let isSettled = false
    const once: Intent = {
      ...intent,
      onSettled: error => {
        isSettled = true
        return intent.onSettled?.(error) ?? []
      },
    }
    try {
      return await conclude(kernel, intent, await exchangeWithChallenge(kernel, once))
    } catch (thrown) {
      if (!isSettled && !isVoid?.())
        kernel.store.commit(...(intent.onSettled?.(toClienteleError(thrown)) ?? []))
      throw thrown
    }
  })
}

/** @throws TypeError that names a parameter that cannot be sent. */
const toRequestText = ({ method, path, query, body }: Intent): string =>
  [method, path, encodeForm(query), encodeForm(body)].join('\n')
