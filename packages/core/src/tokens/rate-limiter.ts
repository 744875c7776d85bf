import { ClienteleError } from '../errors.ts'
import type { Random } from '../ports.ts'
import { backoff } from '../time/backoff.ts'
import type { Time } from '../time/time.ts'

// A page that stays open asks for some 85 tokens an hour. Many times that is a fault somewhere, and
// must not flood the server.
const perHour = 600
const burst = 100
const pauses = { first: 1000, longest: 60_000 }

/**
 * How often the server may be asked for tokens: after failures ever more slowly, and never more
 * than some 600 times an hour for one session, whatever the callers and the server do.
 */
export interface RateLimiter {
  /**
   * Takes one request from what a session has.
   *
   * @throws ClienteleError `too_many_requests` with `retryAfter` when there is none left.
   */
  consume(sessionId: string): void
  /** The failure that asking for this key now would only repeat. */
  blockedBy(key: string): ClienteleError | undefined
  recordSuccess(key: string): void
  recordFailure(key: string, error: ClienteleError): void
  /** Forgets failures that the network had: it is back. */
  reset(): void
}

interface Failure {
  readonly count: number
  readonly until: number
  readonly error: ClienteleError
}

const inSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000))

/** The same failure, with how long it is still to be waited. */
const again = (
  { code, message, status, errors, traceId, cause }: ClienteleError,
  wait: number,
): ClienteleError =>
  new ClienteleError(code, message, { status, errors, traceId, cause, retryAfter: inSeconds(wait) })

export const createRateLimiter = (time: Time, random: Random): RateLimiter => {
  const failures = new Map<string, Failure>()
  const buckets = new Map<string, { level: number; at: number }>()
  const perMs = perHour / 3_600_000
  return {
    consume: sessionId => {
      const now = time.steady()
      const { level, at } = buckets.get(sessionId) ?? { level: burst, at: now }
      const filled = Math.min(burst, level + (now - at) * perMs)
      buckets.set(sessionId, { level: filled < 1 ? filled : filled - 1, at: now })
      if (filled >= 1) return
      const retryAfter = inSeconds((1 - filled) / perMs)
      throw new ClienteleError(
        'too_many_requests',
        'Too many tokens were asked for: something asks in a loop',
        {
          retryAfter,
        },
      )
    },
    blockedBy: key => {
      const failure = failures.get(key)
      const wait = (failure?.until ?? 0) - time.steady()
      return failure && wait > 0 ? again(failure.error, wait) : undefined
    },
    recordSuccess: key => void failures.delete(key),
    recordFailure: (key, error) => {
      const count = (failures.get(key)?.count ?? 0) + 1
      const pause = backoff(count - 1, pauses) * (0.5 + random() / 2)
      failures.set(key, {
        count,
        error,
        until: time.steady() + Math.max(pause, (error.retryAfter ?? 0) * 1000),
      })
    },
    reset: () => {
      for (const [key, { error }] of failures) if (error.status === undefined) failures.delete(key)
    },
  }
}
