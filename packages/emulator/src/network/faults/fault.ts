import { z } from 'zod'
import { freeJson } from '../../lib/free-json.ts'
import { isHeaderText } from '../../lib/one-line.ts'
import { isRoutePattern } from '../../lib/route-pattern.ts'

const ms = z.number().int().nonnegative()
const inOneLine = 'seconds, or the text of a header: ASCII, in one line'
const status = z.number().int().min(200).max(599)

const where = {
  /** The logical method; any of them when not set, preflights excepted. */
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']).optional(),
  /**
   * `:name` stands for one segment, `*` at the end for any rest: `/v1/client/sessions/:id/tokens`,
   * `/v1/*`.
   */
  path: z.string().refine(isRoutePattern, 'a path such as /v1/client/sessions/:id/tokens or /v1/*'),
  /** How many requests it meets; all until it is removed when not set. */
  count: z.number().int().positive().optional(),
  /** How many fitting requests it lets pass first. */
  after: z.number().int().nonnegative().optional(),
  /** How likely it meets a fitting request, by the randomness of the instance's seed. */
  probability: z.number().min(0).max(1).optional(),
}

const kind = <Kind extends string, Shape extends z.ZodRawShape>(name: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(name), ...where, ...shape }).readonly()

export const FaultSchema = z.discriminatedUnion('kind', [
  /** Waits by the emulator's clock: before the request arrives, or before its answer is sent. */
  kind('latency', { ms, before: z.enum(['request', 'answer']).optional() }),
  /** Answers instead of the Frontend API. `retryAfter` are seconds, or the text of the header. */
  kind('status', {
    status,
    body: freeJson.optional(),
    retryAfter: z
      .union(
        [z.number().int().nonnegative(), z.string().refine(isHeaderText, inOneLine)],
        inOneLine,
      )
      .optional(),
  }),
  /** The connection breaks: before the request has an effect, or after it. */
  kind('drop', { when: z.enum(['before-effect', 'after-effect']) }),
  /** The request arrives twice; the answer to the second one is sent. */
  kind('duplicate', {}),
  /** Its answer is held back until another request has been answered. */
  kind('reorder', {}),
  /**
   * Answers what the same client was answered earlier on this path; 1, the last time, when `age` is
   * not set.
   */
  kind('stale', { age: z.number().int().min(1).max(5).optional() }),
  /** The body ends halfway, or is this text instead. */
  kind('malformed', { body: z.string().optional() }),
  /**
   * The body has these values, by their paths: `response.status`; `*` is every entry:
   * `client.sessions.*.status`.
   */
  kind('rewrite', { values: z.record(z.string().min(1), freeJson) }),
  /** The client in the answer is as it was before the request. */
  kind('lag', {}),
  /**
   * A page of something that stands in between: status 200 and a page that says so, when not set.
   */
  kind('html', { status: status.optional(), body: z.string().optional() }),
  /**
   * Another request of the same client is faster and supersedes its token: this one arrives with
   * one that is void.
   */
  kind('rotation-race', {}),
  /** Another device revokes the sessions of this client just before the request arrives. */
  kind('revoke', {}),
  /** The `Date` header is this far off. */
  kind('clock-skew', { ms: z.number().int() }),
])

/** What goes wrong with the requests to a route, as data. Times are milliseconds. */
export type Fault = z.infer<typeof FaultSchema>
