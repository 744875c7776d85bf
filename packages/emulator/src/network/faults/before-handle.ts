import { rotateToken, signedInSessionsOf } from '../../domain/clients.ts'
import { closeFromOutside } from '../../domain/sessions.ts'
import { claimedClient } from '../../http/claimed-client.ts'
import { clientCookie } from '../../http/cookies.ts'
import { signClientToken } from '../../tokens/client-token.ts'
import type { HandledResponse } from '../handled-response.ts'
import type { FaultContext, Next } from './fault-context.ts'

/** Another device revokes the sessions of this client just before. */
export const revokeBefore = (
  { instance, incoming, beforeHandle }: FaultContext,
  next: Next,
): Promise<HandledResponse> => {
  const revoke = () => {
    const client = claimedClient(instance, incoming)
    for (const session of client ? signedInSessionsOf(instance, client) : [])
      closeFromOutside(instance, session, 'revoked')
  }
  return next({ beforeHandle: [...beforeHandle, revoke] })
}

/**
 * A faster request of the same client supersedes its token. A browser has the new cookie of that
 * other answer by the time of its next request, for all its pages share one jar: it comes with this
 * answer.
 */
export const raceForToken = async (
  { instance, incoming, beforeHandle }: FaultContext,
  next: Next,
): Promise<HandledResponse> => {
  const supersede = () => {
    const client = claimedClient(instance, incoming)
    if (client) rotateToken(instance, client)
  }
  const handled = await next({ beforeHandle: [...beforeHandle, supersede] })
  const client = claimedClient(instance, incoming)
  if (!client || !incoming.headers.has('cookie')) return handled
  const line = clientCookie(instance, incoming, await signClientToken(instance, client))
  const headers = new Headers(handled.response.headers)
  headers.append('Set-Cookie', line)
  const { status } = handled.response
  return {
    response: new Response(handled.response.body, { status, headers }),
    setCookies: [...handled.setCookies, line],
  }
}
