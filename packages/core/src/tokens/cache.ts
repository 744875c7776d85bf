import { guarded } from '../guarded.ts'
import type { Time } from '../time/time.ts'
import { isAtLeastAsFresh } from './freshness.ts'
import { parseToken, type SessionToken } from './jwt.ts'

/** Which token is meant. `organizationId` is empty for the personal account. */
export interface TokenKey {
  readonly sessionId: string
  readonly template: string
  readonly organizationId: string
}

/** A token, and which one it is. */
export interface KeyedToken {
  readonly key: TokenKey
  readonly jwt: string
}

/** Tokens live here, in a closure, and nowhere in state. */
export interface TokenCache {
  /** A token with more than `minTtl` ms of life left. */
  read(key: TokenKey, minTtl: number): string | undefined
  /** The last token of a key, however old. */
  last(key: TokenKey): string | undefined
  /**
   * Milliseconds of life that a token has left, by the server's clock; `NaN` when it does not say.
   */
  remaining(jwt: string | undefined): number
  /** Calls back after tokens were kept, once for those that came at once. @returns its undo. */
  onWrite(listener: (written: readonly KeyedToken[]) => void): () => void
  /**
   * Has `gate` decide when a request for a key goes out, or with what else it is answered.
   * @returns its undo.
   */
  guard(gate: Gate): () => void
  /**
   * Keeps tokens that came inside of sessions. The organization of each is what its claims say;
   * that of its key only spares reading one that is here already. The server's clock is at least
   * there.
   */
  seed(given: readonly KeyedToken[]): void
  /** Keeps tokens that another tab made, but those that say that they are from the future. */
  seedRemote(given: readonly KeyedToken[]): void
  /**
   * Runs `ask` for a token, once however many callers there are.
   *
   * @param fresh does not join a request that was already on its way: its answer may be older than
   * the call.
   */
  fetch(key: TokenKey, fresh: boolean, ask: () => Promise<string>): Promise<string>
  /**
   * Drops everything, answers still on their way included. With `keeps`, only for the sessions it
   * denies.
   */
  clear(keeps?: (sessionId: string) => boolean): void
}

/**
 * Runs `ask` when the time has come, or answers with a token that came from elsewhere; for `fresh`
 * only with one that was asked for since.
 */
export type Gate = (key: TokenKey, ask: () => Promise<string>, fresh: boolean) => Promise<string>

const openGate: Gate = (_, ask) => ask()

interface Flight {
  readonly key: TokenKey
  answer: Promise<string>
  sent: boolean
}

/** Milliseconds by which a token may seem to have been made later than it is now. */
const ahead = 60_000

/** A key as text. */
export const toKeyText = ({ sessionId, template, organizationId }: TokenKey): string =>
  `${sessionId}\n${template}\n${organizationId}`

/** @param onError told of listeners that threw. */
export const createTokenCache = (time: Time, onError: (error: unknown) => void): TokenCache => {
  const tokens = new Map<string, SessionToken & { readonly key: TokenKey }>()
  const newest = new Map<string, Flight>()
  // Every request whose answer may still be kept; `clear` takes it out, and the answer comes too
  // late.
  const live = new Set<Flight>()
  const listeners = new Set<Parameters<TokenCache['onWrite']>[0]>()
  let gate = openGate

  const notify = (written: readonly KeyedToken[]) => {
    if (written.length === 0) return
    for (const listener of [...listeners]) guarded(onError, () => listener(written))
  }

  const remainingOf = ({ expiresAt = Number.NaN }: SessionToken, now = time.server()) =>
    expiresAt * 1000 - now

  /** From a future that is none of our server's: another clock made it, or somebody made it up. */
  const isAhead = ({ issuedAt = 0 }: SessionToken, now = time.server()) =>
    issuedAt * 1000 > now + ahead

  /** Keeps a token unless a fresher one is here. @returns what was kept: one, or none. */
  const write = (key: TokenKey, token: SessionToken | undefined): readonly KeyedToken[] => {
    // A token that does not say when it ends cannot be kept: nobody could tell when to drop it.
    if (token?.expiresAt === undefined || token.issuedAt === undefined || isAhead(token)) return []
    const current = tokens.get(toKeyText(key))
    const isKept = current && !isAhead(current)
    if (isKept && (current.jwt === token.jwt || !isAtLeastAsFresh(token, current))) return []
    const written = { ...token, key }
    tokens.set(toKeyText(key), written)
    return [written]
  }

  const parseNew = (key: TokenKey, jwt: string): SessionToken | undefined =>
    tokens.get(toKeyText(key))?.jwt === jwt ? undefined : parseToken(jwt)

  const run = async (
    flight: Flight,
    before: Promise<unknown>,
    fresh: boolean,
    ask: () => Promise<string>,
  ) => {
    // At the least one turn of the loop later, so that every caller in this one shares the
    // request.
    await before
    flight.sent = true
    try {
      const jwt = await gate(flight.key, ask, fresh)
      const token = parseToken(jwt)
      if (live.has(flight)) notify(write(flight.key, token))
      return jwt
    } finally {
      live.delete(flight)
      if (newest.get(toKeyText(flight.key)) === flight) newest.delete(toKeyText(flight.key))
    }
  }

  return {
    read: (key, minTtl) => {
      const token = tokens.get(toKeyText(key))
      if (!token) return undefined
      const now = time.server()
      return !isAhead(token, now) && remainingOf(token, now) > minTtl ? token.jwt : undefined
    },
    last: key => tokens.get(toKeyText(key))?.jwt,
    remaining: (jwt = '') => {
      const token = parseToken(jwt)
      return token ? remainingOf(token) : Number.NaN
    },
    onWrite: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    guard: next => {
      gate = next
      return () => {
        if (gate === next) gate = openGate
      }
    },
    seed: given =>
      notify(
        given.flatMap(({ key, jwt }) => {
          const token = parseNew(key, jwt)
          if (!token) return []
          if (token.issuedAt !== undefined) time.observe(token.issuedAt * 1000)
          return write({ ...key, organizationId: token.organizationId }, token)
        }),
      ),
    seedRemote: given => notify(given.flatMap(({ key, jwt }) => write(key, parseNew(key, jwt)))),
    fetch: (key, fresh, ask) => {
      const current = newest.get(toKeyText(key))
      if (current && !(fresh && current.sent)) return current.answer
      const flight: Flight = { key, sent: false, answer: Promise.resolve('') }
      flight.answer = run(flight, current?.answer.catch(() => {}) ?? Promise.resolve(), fresh, ask)
      newest.set(toKeyText(key), flight)
      live.add(flight)
      return flight.answer
    },
    clear: (keeps = () => false) => {
      for (const map of [tokens, newest])
        for (const [id, { key }] of map) if (!keeps(key.sessionId)) map.delete(id)
      for (const flight of live) if (!keeps(flight.key.sessionId)) live.delete(flight)
    },
  }
}
