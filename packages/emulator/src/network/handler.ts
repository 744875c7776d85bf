import type { ControlRequest } from '../admin/read-request.ts'
import { isAllowedOrigin } from '../http/allowed-origin.ts'
import { createApp } from '../http/app.ts'
import { createArrivals } from '../http/arrivals.ts'
import type { Asked } from '../http/asked.ts'
import { denyFraming } from '../http/deny-framing.ts'
import { readIncoming } from '../http/incoming.ts'
import type { TakeTurn } from '../lib/run-exclusive.ts'
import type { Instance } from '../model/instance.ts'
import type { Passage } from './faults/passage.ts'
import { record } from './faults/record.ts'
import { travel } from './faults/travel.ts'

/**
 * An answer and, apart from it, its cookies: a simulated browser hides them from scripts, as a real
 * one does.
 */
export interface Answered {
  readonly response: Response
  /** The `Set-Cookie` headers. */
  readonly setCookies: readonly string[]
}

/** Answers one request. Rejects when its signal aborts, and when a fault breaks the connection. */
export type Exchange = (asked: Asked) => Promise<Answered>

/** The control surface. */
export interface Control {
  /** `url` is what is left of the address without the prefix. */
  read(asked: Asked, url: URL): ControlRequest | Promise<ControlRequest>
  answer(request: ControlRequest): Promise<Response>
}

const abortable = <Result>(task: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

/** The address that is routed, and what stood before it. */
const split = (url: URL, prefix: string): { inner: URL; base: string } => {
  const inner = new URL(url)
  const isPrefixed = prefix !== '' && inner.pathname.startsWith(`${prefix}/`)
  if (isPrefixed) inner.pathname = inner.pathname.slice(prefix.length)
  return { inner, base: `${url.origin}${isPrefixed ? prefix : ''}` }
}

// The page of the emulated providers is where a browser is led to, and pictures are for any page:
// neither is part of the control surface.
const isProvider = ({ pathname }: URL): boolean => pathname === '/__emulator/oauth/authorize'
const isImage = ({ pathname }: URL): boolean => pathname.startsWith('/__emulator/images/')
const isControl = (url: URL): boolean =>
  /^\/(__emulator(\/|$)|$)/.test(url.pathname) && !isProvider(url) && !isImage(url)

// Waiting must not keep others waiting, and what is opened takes a turn of its own.
const takesNoTurn = ({ pathname }: URL): boolean =>
  /\/(events|inbox\/(wait|[^/]+\/open))\/?$/.test(pathname)

/**
 * Puts an instance behind its routes.
 *
 * @param takeTurn lets what changes the instance be done one after another.
 * @param control answers what is about the emulator itself.
 * @param pathPrefix is taken off the paths that begin with it.
 */
export const createExchange = (
  instance: Instance,
  takeTurn: TakeTurn,
  control: Control,
  pathPrefix = '',
): Exchange => {
  const app = createApp()
  const arrive = createArrivals()
  const prefix = pathPrefix.replace(/\/+$/, '')
  const handle = async ({ incoming, arriving, substitute }: Passage): Promise<Answered> => {
    for (const arrive of arriving) {
      instance.stamped.clear()
      arrive()
    }
    const setCookies: string[] = []
    instance.stamped.clear()
    const routed = new Request(incoming.url, { method: incoming.method })
    const response = denyFraming(
      await app.fetch(routed, { instance, incoming, substitute, setCookies }),
    )
    if (!substitute) await record(instance, incoming, response)
    return { response, setCookies }
  }
  const manage = async (asked: Asked, url: URL): Promise<Answered> => {
    const request = await arrive(control.read(asked, url))
    const answering = () => control.answer(request)
    return {
      response: denyFraming(await (takesNoTurn(url) ? answering() : takeTurn(answering))),
      setCookies: [],
    }
  }
  const answer = async (asked: Asked): Promise<Answered> => {
    const { inner: url, base } = split(new URL(asked.request.url), prefix)
    if (isControl(url)) return manage(asked, url)
    const isWelcome = isAllowedOrigin(instance, url, asked.headers.get('origin'))
    const incoming = await arrive(readIncoming(asked, { url, base }, isWelcome))
    const passage = {
      instance,
      incoming,
      signal: asked.request.signal,
      arriving: [],
      substitute: null,
    }
    if (isProvider(incoming.url)) return takeTurn(() => handle(passage))
    // A request that a fault holds up has not arrived: it takes no turn until then.
    return travel(passage, arrived => takeTurn(() => handle(arrived)))
  }
  return asked => {
    const { signal } = asked.request
    if (signal.aborted) return Promise.reject(signal.reason)
    return abortable(answer(asked), signal)
  }
}
