import { ClienteleError } from '../errors.ts'
import type { Clock, Random } from '../ports.ts'

// A page that stays open asks for some 85 tokens an hour. Ten times that is a fault somewhere, and
// not worth a storm.
const perHour = 600
const burst = 100
const longestPause = 60_000

/**
 * How often the server may be asked for tokens: after failures ever more slowly, and never more
 * than some 600 times an hour for one session, whatever the callers and the server do.
 */
export interface Allowance {
  /**
   * Takes one request from what a session has.
   *
   * @throws ClienteleError `too_many_requests` with `retryAfter` when there is none left.
   */
  spend(sessionId: string): void
  /** The failure that asking for this key now would only repeat. */
  refusal(key: string): ClienteleError | undefined
  succeed(key: string): void
  fail(key: string, error: ClienteleError): void
  /** Forgets failures that the network had: it is back. */
  forgive(): void
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

export const createAllowance = (clock: Clock, random: Random): Allowance => {
  const failures = new Map<string, Failure>()
  const buckets = new Map<string, { level: number; at: number }>()
  const perMs = perHour / 3_600_000
  return {
    spend: sessionId => {
      const now = clock.now()
      const { level, at } = buckets.get(sessionId) ?? { level: burst, at: now }
      // A clock that was set back gives nothing, and takes nothing either.
      const filled = Math.min(burst, level + Math.max(0, now - at) * perMs)
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
    refusal: key => {
      const failure = failures.get(key)
      const wait = (failure?.until ?? 0) - clock.now()
      // A clock set back must not make a pause longer than it was meant to be.
      return failure && wait > 0 && wait <= pauseOf(failure.count, failure.error)
        ? again(failure.error, wait)
        : undefined
    },
    succeed: key => void failures.delete(key),
    fail: (key, error) => {
      const count = (failures.get(key)?.count ?? 0) + 1
      const pause = pauseOf(count, error) * (0.5 + random() / 2)
      failures.set(key, {
        count,
        error,
        until: clock.now() + Math.max(pause, (error.retryAfter ?? 0) * 1000),
      })
    },
    forgive: () => {
      for (const [key, { error }] of failures) if (error.status === undefined) failures.delete(key)
    },
  }
}

/** The longest pause after so many failures in a row, in ms. */
const pauseOf = (count: number, { retryAfter = 0 }: ClienteleError): number =>
  Math.max(retryAfter * 1000, Math.min(longestPause, 1000 * 2 ** (count - 1)))
