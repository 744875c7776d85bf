import type { Context } from 'hono'
import { ApiError, refuse, toErrorsJson } from '../lib/api-error.ts'
import { toClientJson } from '../serialize/client.ts'
import type { Env, RequestContext } from './request-context.ts'

// The client of the call, when the instance is set to send it with errors. Its tokens are those
// minted before.
const clientIn = (c: Context<Env>) => {
  const context: RequestContext | undefined = c.get('context')
  if (!context?.client || !context.instance.settings.clientInErrors) return {}
  return { meta: { client: toClientJson(context.instance, context.client) } }
}

/**
 * Answers a refusal as the Frontend API words it. Anything else that was thrown is a fault of the
 * emulator, and says so.
 */
export const answerError = (error: unknown, c: Context<Env>): Response => {
  c.env.instance.stamp() // a refused try may have been counted
  const refusal =
    error instanceof ApiError
      ? error
      : refuse(
          500,
          'internal_clerk_error',
          `The emulator failed: ${error instanceof Error ? error.message : 'unknown'}`,
        )
  for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value)
  const body = {
    errors: toErrorsJson(refusal.faults),
    ...clientIn(c),
    clerk_trace_id: c.env.instance.ids.trace(),
  }
  // as: Hono wants a literal status; ours are in the table of refusals.
  return c.json(body, refusal.status as 400)
}
