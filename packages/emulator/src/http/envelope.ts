import type { Context } from 'hono'
import type { ClientRecord } from '../model/records/client.ts'
import { toClientJson } from '../serialize/client.ts'
import { freshenTokens } from '../tokens/freshen-tokens.ts'
import { contextOf, type Env, type RequestContext } from './request-context.ts'

// A cookie that is about to be sent again lives from now on: the client in the answer says so
// already.
const refreshCookie = ({ instance, mode, before }: RequestContext, client: ClientRecord): void => {
  if (mode !== 'cookie' || client.rotatingToken === before.rotatingToken) return
  client.cookieExpiresAt = instance.clock.now() + instance.settings.cookieLifetime
}

/** Answers with the client itself, as `/v1/client` does: `{ response, client: null }`. */
export const answerClient = async (
  c: Context<Env>,
  client: ClientRecord | null,
): Promise<Response> => {
  const context = contextOf(c)
  const { instance } = context
  if (client) refreshCookie(context, client)
  instance.stamp() // tokens are not older than the client
  if (client) await freshenTokens(instance, client)
  return c.json({ response: client && toClientJson(instance, client), client: null })
}

/**
 * Answers with a resource and, beside it, the caller's client after the change: `{ response, client
 * }`.
 */
export const answerWrapped = async (
  c: Context<Env>,
  toResponse: () => object,
): Promise<Response> => {
  const context = contextOf(c)
  const { instance, client } = context
  if (client) refreshCookie(context, client)
  instance.stamp() // tokens are not older than the client
  if (client) await freshenTokens(instance, client)
  return c.json({ response: toResponse(), client: client && toClientJson(instance, client) })
}
