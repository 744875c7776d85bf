import type { Clock } from '../ports.ts'
import { isAtLeastAsFresh } from './freshness.ts'
import { parseToken, type SessionToken } from './jwt.ts'

/** Which token is meant. `organizationId` is empty for the personal account. */
export interface TokenKey {
  readonly sessionId: string
  readonly template: string
  readonly organizationId: string
}

/** Tokens live here, in a closure, and nowhere in state. */
export interface TokenCache {
  /** A token with more than `minTtl` ms of life left. */
  read(key: TokenKey, minTtl: number): string | undefined
  /** The last token of a key, however old. */
  last(key: TokenKey): string | undefined
  /** Tells what the server's clock says now, in epoch ms: tokens live by it, and the clock here may be wrong. */
  observe(serverNow: number): void
  /** Keeps the token that came inside a session. */
  seed(sessionId: string, jwt: string): void
  /**
   * Runs `ask` for a token, once however many callers there are.
   *
   * @param fresh does not join a request that was already on its way: its answer may be older than the call.
   */
  fetch(key: TokenKey, fresh: boolean, ask: () => Promise<string>): Promise<string>
  /** Drops everything, answers still on their way included. With `keeps`, only for the sessions it denies. */
  clear(keeps?: (sessionId: string) => boolean): void
}

interface Flight {
  readonly key: TokenKey
  answer: Promise<string>
  sent: boolean
}

const toText = ({ sessionId, template, organizationId }: TokenKey) => `${sessionId}\n${template}\n${organizationId}`

export const createTokenCache = (clock: Clock): TokenCache => {
  // Milliseconds to add to the clock here to have the server's.
  let offset = 0
  const tokens = new Map<string, SessionToken & { readonly key: TokenKey }>()
  const newest = new Map<string, Flight>()
  // Every request whose answer may still be kept; `clear` takes it out, and the answer comes too late.
  const live = new Set<Flight>()

  const observe: TokenCache['observe'] = serverNow => {
    if (!Number.isNaN(serverNow)) offset = serverNow - clock.now()
  }

  /** Keeps a token unless a fresher one is here. */
  const write = (key: TokenKey, token: SessionToken | undefined) => {
    // A token that does not say when it ends cannot be kept: nobody could tell when to drop it.
    if (token?.expiresAt === undefined || token.issuedAt === undefined) return
    // No server makes a token before its time: its clock is at least there.
    if (token.issuedAt * 1000 > clock.now() + offset) observe(token.issuedAt * 1000)
    const current = tokens.get(toText(key))
    if (!current || isAtLeastAsFresh(token, current)) tokens.set(toText(key), { ...token, key })
  }

  const run = async (flight: Flight, before: Promise<unknown>, ask: () => Promise<string>): Promise<string> => {
    // At the least one turn of the loop later, so that everyone who asks in this one shares the request.
    await before
    flight.sent = true
    try {
      const jwt = await ask()
      const token = parseToken(jwt)
      observe((token?.issuedAt ?? Number.NaN) * 1000)
      if (live.has(flight)) write(flight.key, token)
      return jwt
    } finally {
      live.delete(flight)
      if (newest.get(toText(flight.key)) === flight) newest.delete(toText(flight.key))
    }
  }

  return {
    observe,
    read: (key, minTtl) => {
      const token = tokens.get(toText(key))
      return token?.expiresAt !== undefined && token.expiresAt * 1000 - (clock.now() + offset) > minTtl
        ? token.jwt
        : undefined
    },
    last: key => tokens.get(toText(key))?.jwt,
    seed: (sessionId, jwt) => {
      const token = parseToken(jwt)
      if (token) write({ sessionId, template: '', organizationId: token.organizationId }, token)
    },
    fetch: (key, fresh, ask) => {
      const current = newest.get(toText(key))
      if (current && !(fresh && current.sent)) return current.answer
      const flight: Flight = { key, sent: false, answer: Promise.resolve('') }
      flight.answer = run(flight, current?.answer.catch(() => {}) ?? Promise.resolve(), ask)
      newest.set(toText(key), flight)
      live.add(flight)
      return flight.answer
    },
    clear: (keeps = () => false) => {
      for (const [id, { key }] of tokens) if (!keeps(key.sessionId)) tokens.delete(id)
      for (const [id, { key }] of newest) if (!keeps(key.sessionId)) newest.delete(id)
      for (const flight of live) if (!keeps(flight.key.sessionId)) live.delete(flight)
    },
  }
}
